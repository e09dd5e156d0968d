private import Words

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

/// Reads the few of Python's literals that headers of arrays are made of.
private struct LiteralScanner {
  private let bytes: [UInt8]
  private var position: Int
  private let source: any ByteSource
  private let base: Int

  init(_ bytes: [UInt8], from position: Int, in source: any ByteSource, at base: Int) {
    (self.bytes, self.position, self.source, self.base) = (bytes, position, source, base)
  }

  var offset: Int { base + position }

  func flaw(_ flaw: TensorFileError.Flaw) -> TensorFileError {
    TensorFileError(source, at: .byte(offset), flaw)
  }

  private func expected(_ token: TensorFileError.Token) -> TensorFileError {
    flaw(.expected(token, found: String(decoding: bytes[position...].prefix(8), as: UTF8.self)))
  }

  private mutating func skipBlanks() {
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x0A {
      position += 1
    }
  }

  private mutating func take(_ sign: Character) -> Bool {
    skipBlanks()
    guard position < bytes.count, bytes[position] == sign.asciiValue else { return false }
    position += 1
    return true
  }

  private mutating func require(_ sign: Character) throws(TensorFileError) {
    guard take(sign) else { throw expected(.sign("'\(sign)'")) }
  }

  mutating func dictionary(
    _ member: (inout LiteralScanner, String) throws(TensorFileError) -> Void
  ) throws(TensorFileError) {
    try require("{")
    while !take("}") {
      let key = try string()
      try require(":")
      try member(&self, key)
      guard take(",") else {
        try require("}")
        break
      }
    }
    skipBlanks()
    guard position == bytes.count else { throw expected(.end) }
  }

  private mutating func string() throws(TensorFileError) -> String {
    let quote: UInt8
    if take("'") {
      quote = 0x27
    } else if take("\"") {
      quote = 0x22
    } else {
      throw expected(.string)
    }
    let start = position
    while position < bytes.count, bytes[position] != quote, bytes[position] != 0x5C {
      position += 1
    }
    guard position < bytes.count, bytes[position] == quote else {
      throw expected(.sign(quote == 0x27 ? "'''" : "'\"'"))
    }
    position += 1
    guard let text = String(validating: bytes[start..<position - 1], as: UTF8.self) else {
      throw flaw(.notText)
    }
    return text
  }

  // A type's name; of a list of fields, which no tensor has, the list as it stands.
  mutating func type() throws(TensorFileError) -> String {
    skipBlanks()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "[") else { return try string() }
    let start = position
    var depth = 0
    repeat {
      if position < bytes.count, bytes[position] == 0x27 || bytes[position] == 0x22 {
        _ = try string()
        continue
      }
      guard position < bytes.count else { throw expected(.sign("']'")) }
      depth += bytes[position] == UInt8(ascii: "[") ? 1 : 0
      depth -= bytes[position] == UInt8(ascii: "]") ? 1 : 0
      position += 1
    } while depth > 0
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  mutating func truth() throws(TensorFileError) -> Bool {
    skipBlanks()
    for (word, value) in [("True", true), ("False", false)]
    where bytes[position...].starts(with: word.utf8) {
      position += word.utf8.count
      return value
    }
    throw expected(.truth)
  }

  mutating func tuple() throws(TensorFileError) -> [Int] {
    try require("(")
    var numbers: [Int] = []
    while !take(")") {
      guard numbers.count < ReadingLimit.dimensions else {
        throw flaw(
          .quantity(
            .dimensions, found: "\(numbers.count + 1)", accepted: "≤ \(ReadingLimit.dimensions)"))
      }
      numbers.append(try wholeNumber())
      guard take(",") else {
        try require(")")
        break
      }
    }
    return numbers
  }

  private mutating func wholeNumber() throws(TensorFileError) -> Int {
    skipBlanks()
    let digits = bytes[position...].prefix { 0x30...0x39 ~= $0 }
    guard let number = Int(String(decoding: digits, as: UTF8.self)) else {
      throw expected(.wholeNumber)
    }
    position += digits.count
    // Python 2 wrote long numbers so.
    _ = take("L")
    return number
  }
}

extension TensorEntry {
  /// The number of elements of a shape, whose bytes can be counted whatever their type.
  static func count(
    _ shape: [Int], of source: any ByteSource, at place: TensorFileError.Place
  ) throws(TensorFileError) -> Int {
    guard shape.count <= ReadingLimit.dimensions else {
      throw TensorFileError(
        source, at: place,
        .quantity(
          .dimensions, found: "\(shape.count)", accepted: "≤ \(ReadingLimit.dimensions)"))
    }
    // A zero does not excuse the others.
    var product = 1
    for extent in shape where extent > 0 {
      let next = product.multiplied(exactly: extent)
      guard let next, next < 1 << 56 else {
        throw TensorFileError(
          source, at: place,
          .quantity(
            .elements, found: shape.map(String.init).joined(separator: "×"), accepted: "< 2^56"))
      }
      product = next
    }
    return shape.contains(0) ? 0 : product
  }
}

/// Arrays of NumPy's: one that is a file, and those of an archive.
enum NPYReader {
  /// Reads a file of one array, which is named as the file.
  static func entry(_ source: any ByteSource) throws(TensorFileError) -> TensorEntry {
    let start = try source.bytes(0..<min(source.count, NPYHeader.startSize))
    let length = try NPYHeader.length(start, of: source, at: 0)
    let header = try NPYHeader(source.bytes(0..<length), of: source, at: 0)
    guard let size = header.elementSize else {
      throw TensorFileError(
        source,
        header.typeName.hasPrefix("[")
          ? .noValues(header.typeName.excerpt)
          : .objects(command: Conversion.objects.command(source.name)))
    }
    try require(header, size, in: source.count - length) {
      TensorFileError(source, at: .byte(length), $0)
    }
    return TensorEntry(
      header, name: source.stem,
      store: .init(source: source, range: length..<source.count, deflated: nil))
  }

  /// Reads an array of an archive, which is named as its file without `.npy`.
  static func entry(
    _ record: ZipArchive.Record, in archive: ZipArchive
  ) throws(TensorFileError) -> TensorEntry {
    // Bytes are counted from the record's first, where they are not compressed from the file's.
    let source = archive.source
    let base = record.isDeflated ? 0 : record.range.lowerBound
    let header: NPYHeader
    do throws(TensorFileError) {
      let start = try archive.prefix(of: record, NPYHeader.startSize)
      let length = try NPYHeader.length(start, of: source, at: base)
      let bytes = try archive.prefix(of: record, length)
      guard bytes.count == length else {
        throw TensorFileError(source, .cutShort(base..<base + length, count: base + bytes.count))
      }
      header = try NPYHeader(bytes, of: source, at: base)
    } catch {
      guard case .byte(let offset)? = error.place else { throw error }
      throw TensorFileError(source, at: .recordByte(record.name, offset - base), error.flaw)
    }
    if let size = header.elementSize {
      try require(header, size, in: record.count - header.length) {
        TensorFileError(source, at: .record(record.name), $0)
      }
    }
    let start = record.range.lowerBound
    return TensorEntry(
      header, name: String(record.name.dropLast(4)),
      store: record.isDeflated
        ? .init(
          source: source, range: record.range,
          deflated: .init(
            count: record.count, checksum: record.checksum, skipped: header.length,
            record: record.name))
        : .init(
          source: source, range: start + header.length..<record.range.upperBound, deflated: nil))
  }

  private static func require(
    _ header: NPYHeader, _ size: Int, in found: Int,
    _ error: (TensorFileError.Flaw) -> TensorFileError
  ) throws(TensorFileError) {
    let expected = header.count.multiplied(exactly: size)
    guard expected == found else {
      throw error(
        .quantity(.byteSize, found: "\(found)", accepted: expected.map(String.init) ?? "< 2^63"))
    }
  }
}

extension TensorEntry {
  fileprivate init(_ header: NPYHeader, name: String, store: Store) {
    self.init(
      name: name, type: header.type, typeName: header.typeName, shape: header.shape,
      count: header.count, strides: header.strides, isBigEndian: header.isBigEndian, store: store)
  }
}

extension ByteSource {
  /// The name of a file without its folder and its ending.
  var stem: String {
    let last = name.split(separator: "/").last ?? ""
    let dot = last.lastIndex(of: ".") ?? last.endIndex
    return String(dot > last.startIndex ? last[..<dot] : last)
  }
}
