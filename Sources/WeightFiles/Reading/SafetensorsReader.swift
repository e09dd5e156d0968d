/// The tensors of a safetensors file.
///
/// The header must be as safetensors itself wants it: no gap between tensors, none over another, and
/// the last one ends with the file. Source: https://github.com/huggingface/safetensors, "Format".
struct SafetensorsReader {
  /// The tensors in the file's order.
  private(set) var entries: [TensorEntry] = []
  /// The texts of `__metadata__`, in its order.
  private(set) var metadata: [TensorFile.Note] = []

  private let source: any ByteSource
  private let dataStart: Int
  private var names = Set<ExactName>()

  private static let metadataKey = "__metadata__"
  private static let lengthSize = 8

  /// Whether a file begins as such files do.
  static func matches(_ bytes: [UInt8]) -> Bool {
    guard let length = bytes.littleEndian(UInt64.self, at: 0), bytes.count > lengthSize else {
      return false
    }
    // A length of 6 bytes or fewer is no text's beginning.
    return bytes[lengthSize] == UInt8(ascii: "{") && length < 1 << 48
  }

  /// Reads a file's header.
  init(_ source: any ByteSource) throws(TensorFileError) {
    self.source = source
    let start = try source.bytes(0..<min(source.count, Self.lengthSize))
    let length = start.littleEndian(UInt64.self, at: 0) ?? 0
    let most = min(ReadingLimit.header, source.count - Self.lengthSize)
    guard length <= most else {
      throw TensorFileError(
        source, at: .byte(0),
        .quantity(.headerLength, found: "\(length)", accepted: "≤ \(most)"))
    }
    dataStart = Self.lengthSize + Int(length)
    var scanner = JSONScanner(
      try source.bytes(Self.lengthSize..<dataStart), in: source, from: Self.lengthSize)
    try scanner.object { scanner, key throws(TensorFileError) in
      if key == Self.metadataKey {
        try readMetadata(&scanner)
      } else {
        try readTensor(key, &scanner)
      }
    }
    try scanner.end()
    try sort()
  }

  private mutating func readMetadata(_ scanner: inout JSONScanner) throws(TensorFileError) {
    guard metadata.isEmpty else {
      throw TensorFileError(source, at: .byte(scanner.offset), .twice(Self.metadataKey))
    }
    try scanner.object { scanner, key throws(TensorFileError) in
      metadata.append(TensorFile.Note(key: key, text: try scanner.string()))
    }
  }

  private mutating func readTensor(
    _ name: String, _ scanner: inout JSONScanner
  ) throws(TensorFileError) {
    let start = scanner.offset
    guard name.utf8.count <= ReadingLimit.name else {
      throw TensorFileError(
        source, at: .byte(start),
        .quantity(
          .nameLength, found: "\(name.utf8.count)", accepted: "≤ \(ReadingLimit.name)"))
    }
    func flaw(_ flaw: TensorFileError.Flaw) -> TensorFileError {
      TensorFileError(source, at: .tensor(name), flaw)
    }
    guard names.insert(ExactName(name)).inserted else {
      throw TensorFileError(source, at: .byte(start), .twice(name))
    }
    guard entries.count < ReadingLimit.tensors else {
      throw TensorFileError(
        source, at: .byte(start),
        .quantity(
          .tensors, found: "\(entries.count + 1)", accepted: "≤ \(ReadingLimit.tensors)"))
    }
    var (type, shape, offsets): (ElementType?, [Int]?, [Int]?)
    try scanner.object { scanner, key throws(TensorFileError) in
      switch key {
      case "dtype" where type == nil:
        let name = try scanner.string()
        type = ElementType(rawValue: name)
        guard type != nil, type != .other else {
          throw flaw(.unknown(name, accepted: ElementType.known))
        }
      case "shape" where shape == nil:
        shape = try Self.numbers(&scanner, most: ReadingLimit.dimensions) { count in
          flaw(
            .quantity(
              .dimensions, found: "\(count)", accepted: "≤ \(ReadingLimit.dimensions)"))
        }
      case "data_offsets" where offsets == nil:
        offsets = try Self.numbers(&scanner, most: 2) { count in
          flaw(.quantity(.offsets, found: "\(count)", accepted: "2"))
        }
      case "dtype", "shape", "data_offsets": throw flaw(.twice(key))
      // As safetensors itself, which may have more to say one day.
      default: try scanner.skip()
      }
    }
    guard let type else { throw flaw(.missing("dtype")) }
    guard let shape else { throw flaw(.missing("shape")) }
    guard let offsets else { throw flaw(.missing("data_offsets")) }
    guard offsets.count == 2 else {
      throw flaw(.quantity(.offsets, found: "\(offsets.count)", accepted: "2"))
    }
    guard offsets[0] <= offsets[1], offsets[1] <= source.count - dataStart else {
      throw flaw(
        .quantity(
          .dataEnd, found: "\(offsets[1])",
          accepted: "\(offsets[0])…\(source.count - dataStart)"))
    }
    let count = try TensorEntry.count(shape, of: source, at: .tensor(name))
    let size = offsets[1] - offsets[0]
    guard count * type.bits == size.multiplied(exactly: 8) else {
      throw flaw(
        .quantity(
          .byteSize, found: "\(size)",
          accepted: count * type.bits % 8 == 0
            ? "\(count * type.bits / 8)" : "\(count * type.bits)/8"))
    }
    entries.append(
      TensorEntry(
        name: name, type: type, shape: shape, count: count,
        store: .init(
          source: source, range: dataStart + offsets[0]..<dataStart + offsets[1], deflated: nil)))
  }

  private static func numbers(
    _ scanner: inout JSONScanner, most: Int, tooMany: (Int) -> TensorFileError
  ) throws(TensorFileError) -> [Int] {
    var numbers: [Int] = []
    try scanner.array { scanner throws(TensorFileError) in
      guard numbers.count < most else { throw tooMany(numbers.count + 1) }
      numbers.append(try scanner.wholeNumber())
    }
    return numbers
  }

  private mutating func sort() throws(TensorFileError) {
    // Tensors without elements stand before the one that begins at the same place.
    entries.sort {
      ($0.byteRange.lowerBound, $0.byteRange.upperBound)
        < ($1.byteRange.lowerBound, $1.byteRange.upperBound)
    }
    var end = dataStart
    for entry in entries {
      guard entry.byteRange.lowerBound == end else {
        throw TensorFileError(
          source, at: .tensor(entry.name),
          .misplaced(found: entry.byteRange.lowerBound - dataStart, expected: end - dataStart))
      }
      end = entry.byteRange.upperBound
    }
    guard end == source.count else {
      throw TensorFileError(
        source,
        .quantity(
          .dataEnd, found: "\(end - dataStart)", accepted: "\(source.count - dataStart)"))
    }
  }
}
