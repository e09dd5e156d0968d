/// The header of an array of NumPy's: a magic word, a version, and a dictionary as Python writes it.
///
/// Source: `numpy.lib.format`, versions 1.0 to 3.0.
struct NPYHeader {
  let type: ElementType
  /// What NumPy calls the type.
  let typeName: String
  /// The bytes of an element; nil of Python's objects and of fields, which are not counted.
  let elementSize: Int?
  let isBigEndian: Bool
  /// Whether the first dimension is the fastest.
  let isFortran: Bool
  let shape: [Int]
  let count: Int
  /// Where the array's bytes begin.
  let length: Int

  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
  /// The bytes that say how long a header is, with the magic word.
  static let startSize = 12

  /// How many bytes a header has, by its first bytes.
  static func length(
    _ start: [UInt8], of source: any ByteSource, at base: Int
  ) throws(TensorFileError) -> Int {
    func flaw(_ offset: Int, _ flaw: TensorFileError.Flaw) -> TensorFileError {
      TensorFileError(source, at: .byte(base + offset), flaw)
    }
    guard start.starts(with: magic) else {
      throw flaw(
        0, .expected(.sign("\\x93NUMPY"), found: String(decoding: start.prefix(6), as: UTF8.self)))
    }
    guard start.count >= startSize else {
      throw flaw(0, .cutShort(base..<base + startSize, count: base + start.count))
    }
    guard 1...3 ~= start[6], start[7] == 0 else {
      throw flaw(
        6, .quantity(.version, found: "\(start[6]).\(start[7])", accepted: "1.0, 2.0, 3.0"))
    }
    let isShort = start[6] == 1
    let length =
      isShort
      ? start.littleEndian(UInt16.self, at: 8).map(Int.init)
      : start.littleEndian(UInt32.self, at: 8).map(Int.init)
    guard let length, length <= ReadingLimit.arrayHeader else {
      throw flaw(
        8,
        .quantity(
          .headerLength, found: "\(length ?? 0)", accepted: "≤ \(ReadingLimit.arrayHeader)"))
    }
    return (isShort ? 10 : 12) + length
  }

  /// Reads a header.
  ///
  /// - Parameters:
  ///   - bytes: the header with its magic word, as `length` has it.
  ///   - base: where it stands in the source.
  init(_ bytes: [UInt8], of source: any ByteSource, at base: Int) throws(TensorFileError) {
    length = bytes.count
    let start = bytes[6] == 1 ? 10 : 12
    var scanner = LiteralScanner(bytes, from: start, in: source, at: base)
    var (order, shape): (Bool?, [Int]?)
    var descr: (String, offset: Int)?
    try scanner.dictionary { scanner, key throws(TensorFileError) in
      switch key {
      case "descr" where descr == nil: descr = (try scanner.type(), scanner.offset)
      case "fortran_order" where order == nil: order = try scanner.truth()
      case "shape" where shape == nil: shape = try scanner.tuple()
      case "descr", "fortran_order", "shape": throw scanner.flaw(.twice(key))
      default:
        throw scanner.flaw(.unknown(key, accepted: ["descr", "fortran_order", "shape"]))
      }
    }
    func missing(_ key: String) -> TensorFileError {
      TensorFileError(source, at: .byte(base + start), .missing(key))
    }
    guard let descr else { throw missing("descr") }
    guard let order else { throw missing("fortran_order") }
    guard let shape else { throw missing("shape") }
    (isFortran, self.shape, typeName) = (order, shape, descr.0)
    count = try TensorEntry.count(shape, of: source, at: .byte(base + start))
    let text = descr.0
    let mark = text.first.map { "<>|=".contains($0) } ?? false
    let name = mark ? String(text.dropFirst()) : text
    isBigEndian = text.first == ">"
    if let type = ElementType(numpy: name) {
      (self.type, elementSize) = (type, type.bits / 8)
    } else {
      type = .other
      elementSize = try Self.size(name) { TensorFileError(source, at: .byte(descr.offset), $0) }
    }
  }

  // The bytes of a type without numbers that are read: texts, dates, raw bytes.
  private static func size(
    _ name: String, _ error: (TensorFileError.Flaw) -> TensorFileError
  ) throws(TensorFileError) -> Int? {
    let digits = name.dropFirst().prefix { $0.isASCII && $0.isNumber }
    let rest = name.dropFirst(1 + digits.count)
    let isDate = name.hasPrefix("M") || name.hasPrefix("m")
    if name.hasPrefix("[") { return nil }
    guard let kind = name.first, "SUVMmOfcaiu?b".contains(kind), rest.isEmpty || isDate,
      let number = digits.isEmpty ? (kind == "O" ? 8 : nil) : Int(digits), number <= 1 << 30
    else { throw error(.unknown(name, accepted: ElementType.numpyTypes)) }
    if kind == "O" { return nil }
    return kind == "U" ? 4 * number : number
  }

  /// The elements from one to the next along each dimension; nil where the last one is the fastest.
  var strides: [Int]? {
    guard isFortran, shape.count(where: { $0 > 1 }) > 1, count > 0 else { return nil }
    var step = 1
    return shape.map { extent in
      defer { step *= extent }
      return step
    }
  }
}
