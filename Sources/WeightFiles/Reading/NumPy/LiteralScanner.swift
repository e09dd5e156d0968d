/// Reads the few of Python's literals that headers of arrays are made of.
struct LiteralScanner {
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
