private import Expressions

/// The tensors of a file, or of several that an index names: what they are, not yet their numbers.
///
/// The format is known by the bytes, not by the name. Nothing of a file is believed before it is
/// checked, nothing in it is executed, and its numbers are read where they stand:
///
///     let file = try TensorFile("model.safetensors")
///     for entry in file.entries where entry.hasValues {
///       try entry.forEachChunk { values in … }
///     }
package struct TensorFile: Sendable {
  /// The path, or what bytes in memory are called.
  package let name: String
  /// What it is.
  package let format: Format
  /// The tensors: those of safetensors files by their place, others in the file's order.
  package let entries: [TensorEntry]
  /// What the file says of itself, in its order; safetensors files alone say something.
  package let metadata: [Note]

  /// The formats that are read.
  package enum Format: String, CaseIterable, Sendable {
    case safetensors
    /// Several files of tensors and an index, as Hugging Face's Transformers writes them.
    case index
    /// An array of NumPy's.
    case npy
    /// An archive of NumPy's arrays.
    case npz
    /// What `torch.save` writes.
    case torch
  }

  /// A text that a file says of itself.
  package struct Note: Hashable, Sendable {
    /// What it is about.
    package let key: String
    /// The text.
    package let text: String
  }

  // Enough to know a format by.
  private static let startSize = 512

  /// Opens a file, and those beside it that it names.
  ///
  /// - Throws: `TensorFileError`.
  package init(_ path: String) throws(TensorFileError) {
    let folder = path.folder
    try self.init(OpenFile(path)) { name throws(TensorFileError) in try OpenFile(folder + name) }
  }

  /// Reads a file that is in memory.
  ///
  /// - Parameter name: what sentences call it.
  /// - Throws: `TensorFileError`.
  package init(bytes: [UInt8], name: String) throws(TensorFileError) {
    try self.init(MemoryBytes(bytes, name: name), beside: nil)
  }

  private init(
    _ source: any ByteSource,
    beside open: ((String) throws(TensorFileError) -> any ByteSource)?
  ) throws(TensorFileError) {
    name = source.name
    let start = try source.bytes(0..<min(source.count, Self.startSize))
    if SafetensorsReader.matches(start) {
      let reader = try SafetensorsReader(source)
      (format, entries, metadata) = (.safetensors, reader.entries, reader.metadata)
    } else if start.starts(with: NPYHeader.magic) {
      (format, entries, metadata) = (.npy, [try NPYReader.entry(source)], [])
    } else if ZipArchive.matches(start) {
      let archive = try ZipArchive(source)
      metadata = []
      if let foreign = Self.foreignFormat(of: archive) {
        throw TensorFileError(
          source, .foreignFormat(foreign, command: foreign.command(source.name)))
      }
      if let reader = try TorchReader(archive) {
        (format, entries) = (.torch, reader.entries)
      } else {
        (format, entries) = (.npz, try Self.arrays(of: archive))
      }
    } else if ShardIndex.matches(start) {
      guard let open else { throw TensorFileError(source, .noShards) }
      (format, metadata) = (.index, [])
      entries = try ShardIndex(source).entries(opening: open)
    } else if let foreign = ForeignFormat(start) {
      throw TensorFileError(
        source, .foreignFormat(foreign, command: foreign.command(source.name)))
    } else {
      throw TensorFileError(source, .unknownFormat(Array(start.prefix(8))))
    }
    guard !entries.isEmpty else { throw TensorFileError(source, .noTensors) }
  }

  // What archives of other programs have in them, of which PyTorch's scripts have tensors, too.
  private static func foreignFormat(of archive: ZipArchive) -> ForeignFormat? {
    func has(_ ending: String) -> Bool {
      archive.records.contains { $0.name == ending || $0.name.hasSuffix("/" + ending) }
    }
    if has("constants.pkl") { return .torchScript }
    if has("model.weights.h5") { return .keras }
    if has("data.pkl") || archive.records.allSatisfy({ $0.name.hasSuffix(".npy") }) { return nil }
    return .zip
  }

  private static func arrays(of archive: ZipArchive) throws(TensorFileError) -> [TensorEntry] {
    var entries: [TensorEntry] = []
    for record in archive.records { entries.append(try NPYReader.entry(record, in: archive)) }
    return entries
  }

  /// What opens a file's shards reads a file's tensors.
  static func entries(of shard: any ByteSource) throws(TensorFileError) -> [TensorEntry] {
    // An index in an index finds no files.
    try TensorFile(shard, beside: nil).entries
  }
}

/// Which tensor is in which of several files: `model.safetensors.index.json`.
///
/// Source: Hugging Face's Transformers, `save_pretrained`.
struct ShardIndex {
  private let source: any ByteSource
  // The files' tensors, and the files in order.
  private var tensors: [ExactName: [String]] = [:]
  private var files: [String] = []

  /// Whether a file begins as JSON.
  static func matches(_ bytes: [UInt8]) -> Bool {
    bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
  }

  /// Reads an index.
  init(_ source: any ByteSource) throws(TensorFileError) {
    self.source = source
    guard source.count <= ReadingLimit.header else {
      throw TensorFileError(
        source,
        .quantity(
          .headerLength, found: "\(source.count)", accepted: "≤ \(ReadingLimit.header)"))
    }
    var scanner = JSONScanner(try source.bytes(0..<source.count), in: source)
    var names = Set<ExactName>()
    var isMapped = false
    try scanner.object { scanner, key throws(TensorFileError) in
      guard key == "weight_map" else { return try scanner.skip() }
      guard !isMapped else {
        throw TensorFileError(source, at: .byte(scanner.offset), .twice(key))
      }
      isMapped = true
      try scanner.object { scanner, name throws(TensorFileError) in
        let file = try scanner.string()
        guard names.insert(ExactName(name)).inserted else {
          throw TensorFileError(source, at: .byte(scanner.offset), .twice(name))
        }
        try add(name, in: file)
      }
    }
    try scanner.end()
    guard isMapped else { throw TensorFileError(source, .missing("weight_map")) }
    files.sort()
  }

  private mutating func add(_ name: String, in file: String) throws(TensorFileError) {
    // A file beside the index, whatever the text says.
    guard !file.isEmpty, !file.utf8.contains(UInt8(ascii: "/")), !file.utf8.contains(0),
      file != ".", file != ".."
    else { throw TensorFileError(source, at: .tensor(name), .shardElsewhere(file)) }
    if tensors[ExactName(file)] == nil {
      guard files.count < ReadingLimit.shards else {
        throw TensorFileError(
          source,
          .quantity(.shards, found: "\(files.count + 1)", accepted: "≤ \(ReadingLimit.shards)"))
      }
      files.append(file)
    }
    tensors[ExactName(file), default: []].append(name)
  }

  /// Opens the files and takes from each the tensors that the index has in it.
  func entries(
    opening open: (String) throws(TensorFileError) -> any ByteSource
  ) throws(TensorFileError) -> [TensorEntry] {
    var entries: [TensorEntry] = []
    for file in files {
      let found = try TensorFile.entries(of: open(file))
      let names = tensors[ExactName(file)] ?? []
      var wanted = Set(names.map(ExactName.init))
      entries += found.filter { wanted.remove(ExactName($0.name)) != nil }
      if let missing = names.first(where: { wanted.contains(ExactName($0)) }) {
        throw TensorFileError(source, at: .tensor(missing), .notInShard(file))
      }
    }
    return entries
  }
}
