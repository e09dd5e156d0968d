/// Reads JSON from front to back, taking no memory for what is not asked for (RFC 8259).
struct JSONScanner {
  private let bytes: [UInt8]
  private let source: any ByteSource
  // Where in the file the first byte stands.
  private let base: Int
  private var position = 0

  init(_ bytes: [UInt8], in source: any ByteSource, from base: Int = 0) {
    (self.bytes, self.source, self.base) = (bytes, source, base)
  }

  /// Where in the file the next byte stands.
  var offset: Int { base + position }

  private func flaw(_ flaw: TensorFileError.Flaw) -> TensorFileError {
    TensorFileError(source, at: .byte(offset), flaw)
  }

  private func expected(_ token: TensorFileError.Token) -> TensorFileError {
    // A few bytes are enough to find the place by.
    let rest = String(decoding: bytes[position...].prefix(8), as: UTF8.self)
    return flaw(.expected(token, found: rest))
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private mutating func take(_ sign: Character) -> Bool {
    skipBlanks()
    guard next == sign.asciiValue else { return false }
    position += 1
    return true
  }

  private mutating func require(_ sign: Character) throws(TensorFileError) {
    guard take(sign) else { throw expected(.sign("'\(sign)'")) }
  }

  /// Whether the next value is a text.
  mutating func isAtString() -> Bool {
    skipBlanks()
    return next == UInt8(ascii: "\"")
  }

  /// Reads an object, whose members' values the closure reads.
  mutating func object(
    _ member: (inout JSONScanner, String) throws(TensorFileError) -> Void
  ) throws(TensorFileError) {
    try require("{")
    if take("}") { return }
    repeat {
      let key = try string()
      try require(":")
      try member(&self, key)
    } while take(",")
    try require("}")
  }

  /// Reads an array, whose elements the closure reads.
  mutating func array(
    _ element: (inout JSONScanner) throws(TensorFileError) -> Void
  ) throws(TensorFileError) {
    try require("[")
    if take("]") { return }
    repeat { try element(&self) } while take(",")
    try require("]")
  }

  /// Reads a whole number that is not negative and fits.
  mutating func wholeNumber() throws(TensorFileError) -> Int {
    skipBlanks()
    let start = position
    var number = 0
    while let byte = next, 0x30...0x39 ~= byte {
      let (tens, isFar) = number.multipliedReportingOverflow(by: 10)
      let (sum, isOver) = tens.addingReportingOverflow(Int(byte &- 0x30))
      guard !isFar, !isOver else {
        position = start
        throw expected(.wholeNumber)
      }
      number = sum
      position += 1
    }
    // Neither a fraction, nor a zero before other digits.
    let isPlain = next.map { !".eE".utf8.contains($0) } ?? true
    guard position > start, isPlain, bytes[start] != 0x30 || position == start + 1 else {
      position = start
      throw expected(.wholeNumber)
    }
    return number
  }

  /// Reads a text.
  mutating func string() throws(TensorFileError) -> String {
    skipBlanks()
    guard next == UInt8(ascii: "\"") else { throw expected(.string) }
    position += 1
    let start = position
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      position += 1
    }
    if next == UInt8(ascii: "\"") {
      let text = String(validating: bytes[start..<position], as: UTF8.self)
      position += 1
      guard let text else { throw flaw(.notText) }
      return text
    }
    var text = Array(bytes[start..<position])
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw expected(.sign("'\"'")) }
      position += 1
      if byte == UInt8(ascii: "\\") {
        text += String(Character(try escaped())).utf8
      } else {
        text.append(byte)
      }
    }
    guard next != nil else { throw expected(.sign("'\"'")) }
    position += 1
    guard let text = String(validating: text, as: UTF8.self) else { throw flaw(.notText) }
    return text
  }

  private static let escapes: [UInt8: Unicode.Scalar] = [
    0x22: "\"", 0x5C: "\\", 0x2F: "/", 0x62: "\u{8}", 0x66: "\u{C}", 0x6E: "\n", 0x72: "\r",
    0x74: "\t",
  ]

  private mutating func escaped() throws(TensorFileError) -> Unicode.Scalar {
    let start = position
    if let sign = next.flatMap({ Self.escapes[$0] }) {
      position += 1
      return sign
    }
    var value = codeUnit()
    // Two of them, for what does not fit into one.
    if let high = value, 0xD800..<0xDC00 ~= high, next == UInt8(ascii: "\\") {
      position += 1
      value = codeUnit().flatMap { low in
        0xDC00..<0xE000 ~= low ? 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00) : nil
      }
    }
    guard let scalar = value.flatMap(Unicode.Scalar.init) else {
      position = start
      throw expected(.escape)
    }
    return scalar
  }

  private mutating func codeUnit() -> UInt32? {
    guard next == UInt8(ascii: "u"), bytes.count - position > 4 else { return nil }
    let digits = bytes[position + 1..<position + 5]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    position += 5
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  /// Reads a value of any kind and drops it.
  mutating func skip(depth: Int = 1) throws(TensorFileError) {
    guard depth <= ReadingLimit.depth else {
      throw flaw(.quantity(.depth, found: "\(depth)", accepted: "≤ \(ReadingLimit.depth)"))
    }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"):
      try object { scanner, _ throws(TensorFileError) in try scanner.skip(depth: depth + 1) }
    case UInt8(ascii: "["):
      try array { scanner throws(TensorFileError) in try scanner.skip(depth: depth + 1) }
    case UInt8(ascii: "\""): _ = try string()
    default:
      let start = position
      while let byte = next,
        0x30...0x39 ~= byte || 0x61...0x7A ~= byte || "+-.E".utf8.contains(byte)
      {
        position += 1
      }
      let word = String(decoding: bytes[start..<position], as: UTF8.self)
      let isValue =
        ["true", "false", "null"].contains(word)
        || word.first.map { $0 == "-" || $0.isNumber } == true && Double(word) != nil
      guard isValue else {
        position = start
        throw expected(.value)
      }
    }
  }

  /// Makes sure that nothing but blanks follows.
  mutating func end() throws(TensorFileError) {
    skipBlanks()
    guard position == bytes.count else { throw expected(.end) }
  }
}
