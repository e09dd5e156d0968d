/// The tensors of what `torch.save` writes: an archive of a pickle and a file for each storage.
struct TorchReader {
  /// The tensors as the pickle has them, named by the keys and places that lead to them.
  private(set) var entries: [TensorEntry] = []

  private let archive: ZipArchive
  private let isBigEndian: Bool
  private let records: [ExactName: ZipArchive.Record]
  private var names = Set<ExactName>()

  private static let pickleName = "data.pkl"

  /// Reads an archive; nil if there is no such pickle in it.
  init?(_ archive: ZipArchive) throws(TensorFileError) {
    let pickles = archive.records.filter {
      $0.name == Self.pickleName || $0.name.hasSuffix("/" + Self.pickleName)
    }
    guard let pickle = pickles.first else { return nil }
    guard pickles.count == 1 else {
      throw TensorFileError(archive.source, .twice(Self.pickleName))
    }
    self.archive = archive
    let folder = pickle.name.dropLast(Self.pickleName.utf8.count)
    records = Dictionary(
      archive.records.compactMap { record in
        record.name.hasPrefix(folder)
          ? (ExactName(String(record.name.dropFirst(folder.count))), record) : nil
      }, uniquingKeysWith: { first, _ in first })
    if let record = records[ExactName("byteorder")] {
      let bytes = try archive.bytes(of: record, most: 16, .headerLength)
      let order = String(decoding: bytes, as: UTF8.self)
      guard ["little", "big"].contains(order) else {
        throw TensorFileError(
          archive.source, at: .record(record.name),
          .unknown(order, accepted: ["little", "big"]))
      }
      isBigEndian = order == "big"
    } else {
      isBigEndian = false
    }
    let bytes = try archive.bytes(of: pickle, most: ReadingLimit.pickle, .pickleLength)
    var machine = PickleMachine(bytes, of: archive.source, record: pickle.name)
    let value = try machine.run()
    try collect(value, machine)
  }

  // A container on the way to a tensor, and which of its items are still to be looked at.
  private struct Step {
    let node: PickleMachine.Node
    let name: String
    var next = 0
  }

  private mutating func collect(
    _ value: PickleValue, _ machine: PickleMachine
  ) throws(TensorFileError) {
    var path: [Step] = []
    var steps = 0
    try visit(value, named: "", machine, &path)
    while let step = path.last {
      let size = step.node.kind == .dictionary ? 2 : 1
      guard step.next + size <= step.node.items.count else {
        path.removeLast()
        continue
      }
      path[path.count - 1].next += size
      steps += 1
      guard steps <= ReadingLimit.pickleValues else {
        throw TensorFileError(
          archive.source,
          .quantity(.pickleValues, found: "\(steps)", accepted: "≤ \(ReadingLimit.pickleValues)"))
      }
      let key = size == 2 ? step.node.items[step.next] : .integer(step.next)
      let item = step.node.items[step.next + size - 1]
      switch item {
      case .node, .tensor:
        let name = Self.name(of: key, at: step.next / size, machine)
        try visit(item, named: step.name.isEmpty ? name : "\(step.name).\(name)", machine, &path)
      default: break
      }
    }
  }

  private static func name(
    of key: PickleValue, at place: Int, _ machine: PickleMachine
  ) -> String {
    switch key {
    case .text: machine.text(key) ?? ""
    case .integer(let number): "\(number)"
    default: "\(place)"
    }
  }

  private mutating func visit(
    _ value: PickleValue, named name: String, _ machine: PickleMachine, _ path: inout [Step]
  ) throws(TensorFileError) {
    guard name.utf8.count <= ReadingLimit.name else {
      throw TensorFileError(
        archive.source,
        .quantity(
          .nameLength, found: "\(name.utf8.count)", accepted: "≤ \(ReadingLimit.name)"))
    }
    switch value {
    case .node(let index):
      guard path.count < ReadingLimit.depth else {
        throw TensorFileError(
          archive.source, at: .tensor(name),
          .quantity(.depth, found: "\(path.count + 1)", accepted: "≤ \(ReadingLimit.depth)"))
      }
      path.append(Step(node: machine.nodes[Int(index)], name: name))
    case .tensor(let index):
      // A tensor that is alone in its file has the file's name.
      let name = path.isEmpty ? archive.source.stem : name
      guard entries.count < ReadingLimit.tensors else {
        throw TensorFileError(
          archive.source,
          .quantity(
            .tensors, found: "\(entries.count + 1)", accepted: "≤ \(ReadingLimit.tensors)"))
      }
      guard names.insert(ExactName(name)).inserted else {
        throw TensorFileError(archive.source, .twice(name))
      }
      entries.append(try entry(machine.tensors[Int(index)], named: name))
    default: break
    }
  }

  private func entry(
    _ tensor: PickleMachine.Tensor, named name: String
  ) throws(TensorFileError) -> TensorEntry {
    func flaw(_ flaw: TensorFileError.Flaw) -> TensorFileError {
      TensorFileError(archive.source, at: .tensor(name), flaw)
    }
    let file = "data/" + tensor.storage.key
    guard let record = records[ExactName(file)] else { throw flaw(.missing(file)) }
    // torch.save compresses nothing, and torch.load maps what is there.
    guard !record.isDeflated else {
      throw TensorFileError(archive.source, at: .record(record.name), .compression(8))
    }
    let size = tensor.type.bits / 8
    let stored = tensor.storage.count.multiplied(exactly: tensor.storage.type == nil ? 1 : size)
    guard stored == record.count else {
      throw TensorFileError(
        archive.source, at: .record(record.name),
        .quantity(
          .byteSize, found: "\(record.count)",
          accepted: stored.map(String.init) ?? "< 2^63"))
    }
    let available = record.count / size
    let count = try TensorEntry.count(tensor.shape, of: archive.source, at: .tensor(name))
    guard count > 0 else {
      let start = record.range.lowerBound
      return TensorEntry(
        name: name, type: tensor.type, shape: tensor.shape, count: 0,
        store: .init(source: archive.source, range: start..<start, deflated: nil))
    }
    // Elements that are shown again and again are read as often.
    guard count <= max(available, ReadingLimit.repeated) else {
      throw flaw(
        .quantity(
          .elements, found: "\(count)", accepted: "≤ \(max(available, ReadingLimit.repeated))"))
    }
    var last = tensor.offset
    for (extent, stride) in zip(tensor.shape, tensor.strides) {
      let step = (extent - 1).multiplied(exactly: stride) ?? .max
      last = last.saturated(adding: step)
    }
    guard last < available else {
      throw flaw(.quantity(.viewEnd, found: "\(last)", accepted: "< \(available)"))
    }
    let start = record.range.lowerBound + tensor.offset * size
    return TensorEntry(
      name: name, type: tensor.type, shape: tensor.shape, count: count,
      strides: Self.isContiguous(tensor) ? nil : tensor.strides, isBigEndian: isBigEndian,
      store: .init(
        source: archive.source, range: start..<start + (last - tensor.offset + 1) * size,
        deflated: nil))
  }

  private static func isContiguous(_ tensor: PickleMachine.Tensor) -> Bool {
    var step = 1
    for (extent, stride) in zip(tensor.shape, tensor.strides).reversed() where extent > 1 {
      guard stride == step else { return false }
      step *= extent
    }
    return true
  }
}
