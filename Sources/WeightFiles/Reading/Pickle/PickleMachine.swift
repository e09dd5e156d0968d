/// Interprets a pickle that holds tensors: it makes values of its own, and does nothing else.
///
/// The instructions are those that Python writes for dictionaries, lists, tuples, texts and numbers in
/// protocols 2 to 5, with calls of the functions in `PickleGlobal` alone. Source: CPython's
/// `pickletools`, and PyTorch's `_weights_only_unpickler`.
struct PickleMachine {
  /// A container.
  struct Node {
    /// A dictionary's keys and values take turns.
    enum Kind { case tuple, list, dictionary }
    let kind: Kind
    fileprivate(set) var items: [PickleValue]
  }

  /// A run of bytes beside the pickle that holds numbers.
  struct Storage {
    /// What they are; nil if each tensor says so itself.
    let type: ElementType?
    /// The file in the archive.
    let key: String
    /// How many numbers, or bytes if they have no type.
    let count: Int
  }

  /// A view of a storage.
  struct Tensor {
    let storage: Storage
    let type: ElementType
    let offset: Int
    let shape: [Int]
    let strides: [Int]
  }

  private(set) var nodes: [Node] = []
  var tensors: [Tensor] = []
  var storages: [Storage] = []

  private let bytes: [UInt8]
  private let source: any ByteSource
  private let record: String
  private var position = 0
  var stack: [PickleValue] = []
  // Where on the stack the values since a mark begin.
  private var marks: [Int] = []
  private var memo: [UInt32: PickleValue] = [:]
  var steps = 0

  /// Prepares to read a pickle.
  init(_ bytes: [UInt8], of source: any ByteSource, record: String) {
    (self.bytes, self.source, self.record) = (bytes, source, record)
  }

  /// The text of a value; nil if it is none.
  func text(_ value: PickleValue) -> String? {
    guard case .text(let start, let count) = value else { return nil }
    return String(decoding: bytes[Int(start)..<Int(start) + Int(count)], as: UTF8.self)
  }

  /// A tuple's items; nil if it is none.
  func tuple(_ value: PickleValue) -> [PickleValue]? {
    guard case .node(let index) = value, nodes[Int(index)].kind == .tuple else { return nil }
    return nodes[Int(index)].items
  }

  func flaw(_ flaw: TensorFileError.Flaw, at offset: Int? = nil) -> TensorFileError {
    TensorFileError(source, at: .recordByte(record, offset ?? position), flaw)
  }

  func malformed(_ opcode: PickleOpcode) -> TensorFileError {
    flaw(.malformed("\(opcode)"), at: position - 1)
  }

  /// Carries out all instructions and returns what they make.
  mutating func run() throws(TensorFileError) -> PickleValue {
    while true {
      let code = try UInt8(truncatingIfNeeded: number(1))
      guard let opcode = PickleOpcode(rawValue: code) else {
        throw flaw(
          .opcode(code, command: Conversion.trusted.command(source.name)), at: position - 1)
      }
      if opcode == .stop {
        guard let value = stack.last, stack.count == 1, marks.isEmpty else {
          throw malformed(opcode)
        }
        return value
      }
      try carryOut(opcode)
      let size = max(stack.count + marks.count, max(memo.count, steps))
      guard size <= ReadingLimit.pickleValues else {
        throw flaw(
          .quantity(.pickleValues, found: "\(size)", accepted: "≤ \(ReadingLimit.pickleValues)"))
      }
    }
  }

  private mutating func pop(_ opcode: PickleOpcode) throws(TensorFileError) -> PickleValue {
    guard stack.count > marks.last ?? 0, let value = stack.popLast() else {
      throw malformed(opcode)
    }
    return value
  }

  private mutating func popToMark(_ opcode: PickleOpcode) throws(TensorFileError) -> [PickleValue] {
    guard let mark = marks.popLast() else { throw malformed(opcode) }
    defer { stack.removeSubrange(mark...) }
    return Array(stack[mark...])
  }

  mutating func push(_ kind: Node.Kind, _ items: [PickleValue] = []) {
    // What a container holds is counted with it.
    steps += 1 + items.count / 4
    stack.append(.node(UInt32(nodes.count)))
    nodes.append(Node(kind: kind, items: items))
  }

  // Adds to the list or dictionary on the top.
  private mutating func extend(
    _ items: [PickleValue], _ kind: Node.Kind, _ opcode: PickleOpcode
  ) throws(TensorFileError) {
    guard stack.count > marks.last ?? 0, let target = stack.last else { throw malformed(opcode) }
    switch target {
    case .node(let index)
    where nodes[Int(index)].kind == kind && (kind == .list || items.count.isMultiple(of: 2)):
      steps += items.count / 4
      nodes[Int(index)].items += items
    case .inert: break
    default: throw malformed(opcode)
    }
  }

  private mutating func take(_ count: Int) throws(TensorFileError) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.count - position else {
      throw flaw(
        .cutShort(position..<position.saturated(adding: max(0, count)), count: bytes.count))
    }
    defer { position += count }
    return bytes[position..<position + count]
  }

  // A number of so many bytes, the lowest first.
  private mutating func number(_ size: Int) throws(TensorFileError) -> Int {
    var value: UInt64 = 0
    for (index, byte) in try take(size).enumerated() { value |= UInt64(byte) << UInt64(8 * index) }
    // Longer than anything there is.
    return Int(exactly: value) ?? .max
  }

  private mutating func pushText(_ lengthSize: Int) throws(TensorFileError) {
    let length = try number(lengthSize)
    let start = position
    let text = try take(length)
    stack.append(.text(start: UInt32(start), count: UInt32(text.count)))
  }

  private mutating func pass(_ lengthSize: Int) throws(TensorFileError) {
    let length = try number(lengthSize)
    _ = try take(length)
    stack.append(.inert)
  }

  // Two's complement; numbers that do not fit are none of a tensor's.
  private mutating func pushLong(_ lengthSize: Int) throws(TensorFileError) {
    let digits = try take(try number(lengthSize))
    guard digits.count <= 8 else { return stack.append(.inert) }
    var value: UInt64 = digits.last.map { $0 & 0x80 != 0 ? .max : 0 } ?? 0
    for byte in digits.reversed() { value = value << 8 | UInt64(byte) }
    stack.append(.integer(Int(bitPattern: UInt(value))))
  }

  private mutating func line() throws(TensorFileError) -> String {
    let start = position
    while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    _ = try take(1)
    return text
  }

  private mutating func carryOut(_ opcode: PickleOpcode) throws(TensorFileError) {
    switch opcode {
    case .proto:
      let version = try number(1)
      guard 2...5 ~= version else {
        throw flaw(
          .quantity(.protocolVersion, found: "\(version)", accepted: "2…5"), at: position - 1)
      }
    case .frame: _ = try take(8)
    case .stop: break
    case .mark: marks.append(stack.count)
    case .pop:
      // A mark, where nothing is over it.
      if marks.last == stack.count { marks.removeLast() } else { _ = try pop(opcode) }
    case .popMark: _ = try popToMark(opcode)
    case .duplicate:
      let value = try pop(opcode)
      stack += [value, value]
    case .none: stack.append(.none)
    case .newTrue: stack.append(.bool(true))
    case .newFalse: stack.append(.bool(false))
    case .uint8: stack.append(.integer(try number(1)))
    case .uint16: stack.append(.integer(try number(2)))
    case .int32: stack.append(.integer(Int(Int32(truncatingIfNeeded: try number(4)))))
    case .long8: try pushLong(1)
    case .long32: try pushLong(4)
    case .float:
      _ = try take(8)
      stack.append(.inert)
    case .text8, .oldText8: try pushText(1)
    case .text32, .oldText32: try pushText(4)
    case .text64: try pushText(8)
    case .bytes8: try pass(1)
    case .bytes32: try pass(4)
    case .bytes64: try pass(8)
    case .emptyTuple: push(.tuple)
    case .tuple: push(.tuple, try popToMark(opcode))
    case .tuple1, .tuple2, .tuple3: try pushTuple(opcode)
    case .emptyList: push(.list)
    case .emptyDictionary: push(.dictionary)
    case .emptySet: stack.append(.inert)
    case .frozenSet:
      _ = try popToMark(opcode)
      stack.append(.inert)
    case .append:
      let item = try pop(opcode)
      try extend([item], .list, opcode)
    case .appends, .addItems: try extend(popToMark(opcode), .list, opcode)
    case .setItem:
      let value = try pop(opcode)
      let key = try pop(opcode)
      try extend([key, value], .dictionary, opcode)
    case .setItems: try extend(popToMark(opcode), .dictionary, opcode)
    case .put8: try remember(UInt32(try number(1)), opcode)
    case .put32: try remember(UInt32(try number(4)), opcode)
    case .memoize: try remember(UInt32(memo.count), opcode)
    case .get8: try recall(UInt32(try number(1)), opcode)
    case .get32: try recall(UInt32(try number(4)), opcode)
    case .global:
      let module = try line()
      try pushGlobal(module, try line())
    case .stackGlobal:
      guard let name = text(try pop(opcode)), let module = text(try pop(opcode)) else {
        throw malformed(opcode)
      }
      try pushGlobal(module, name)
    case .persistent: try pushStorage(opcode)
    case .reduce:
      let arguments = try pop(opcode)
      guard let items = tuple(arguments), case .global(let function) = try pop(opcode) else {
        throw malformed(opcode)
      }
      try call(function, items, opcode)
    case .build:
      // What it says of a dictionary or of a parameter besides their items.
      _ = try pop(opcode)
      guard stack.count > marks.last ?? 0 else { throw malformed(opcode) }
    }
  }

  private mutating func pushTuple(_ opcode: PickleOpcode) throws(TensorFileError) {
    var items: [PickleValue] = []
    for _ in PickleOpcode.tuple1.rawValue...opcode.rawValue { items.append(try pop(opcode)) }
    push(.tuple, items.reversed())
  }

  private mutating func remember(_ place: UInt32, _ opcode: PickleOpcode) throws(TensorFileError) {
    guard stack.count > marks.last ?? 0, let value = stack.last else { throw malformed(opcode) }
    memo[place] = value
  }

  private mutating func recall(_ place: UInt32, _ opcode: PickleOpcode) throws(TensorFileError) {
    guard let value = memo[place] else { throw malformed(opcode) }
    stack.append(value)
  }

  private mutating func pushGlobal(_ module: String, _ name: String) throws(TensorFileError) {
    guard let global = PickleGlobal(module: module, name: name) else {
      throw flaw(
        .global(
          (module + "." + name).excerptOfBytes,
          command: Conversion.trusted.command(source.name)))
    }
    stack.append(.global(global))
  }

  // ('storage', class, key, device, count).
  private mutating func pushStorage(_ opcode: PickleOpcode) throws(TensorFileError) {
    guard let items = tuple(try pop(opcode)), items.count >= 5, text(items[0]) == "storage",
      case .global(.storage(let type)) = items[1], let key = text(items[2]),
      case .integer(let count) = items[4], count >= 0
    else { throw malformed(opcode) }
    steps += 1
    stack.append(.storage(UInt32(storages.count)))
    storages.append(Storage(type: type, key: key, count: count))
  }
}

extension String {
  // A file's word in a sentence; some are as long as files.
  fileprivate var excerptOfBytes: String {
    utf8.count <= 200 ? self : String(decoding: utf8.prefix(200), as: UTF8.self) + "…"
  }
}
