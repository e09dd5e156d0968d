private import Glibc

/// A reader of printed mathematics, which knows only what is on paper.
///
/// It takes + − · / ^, superscripts, √, |x|, ⌈x⌉, functions, numbers such as `1.2e−5`, `∞` as
/// `inf`, and names that are given. It is strict where a human would hesitate: no sign after an
/// operator, no √2², no 1e−5².
package struct PrintedMathematics {
  /// What cannot be read, and where.
  package struct Failure: Error, CustomStringConvertible {
    /// The reason.
    package let description: String
  }

  private let text: [Character]
  private let names: [(name: [Character], value: Double)]
  private var position = 0

  private init(_ text: String, _ names: [String: Double]) {
    self.text = Array(text)
    self.names = names.map { (Array($0.key), $0.value) }
      .sorted { $0.name.count > $1.name.count }
  }

  /// The value of an expression.
  ///
  /// - Throws: `Failure`.
  package static func value(of text: String, where names: [String: Double] = [:]) throws -> Double {
    var reader = PrintedMathematics(text, names)
    let value = try reader.sum()
    guard reader.isAtEnd else { throw reader.failure("something is left over") }
    return value
  }

  /// Whether a printed number of so many digits is what an expression comes to: within half a unit
  /// of its last digit.
  package static func isRounded(_ value: Double, to printed: String, digits: Int) throws -> Bool {
    let shown = try self.value(of: printed)
    if value.isNaN || shown.isNaN { return value.isNaN && shown.isNaN }
    if value == shown { return true }
    guard value.isFinite, shown.isFinite else { return false }
    let exponent = floor(log10(max(min(abs(shown), abs(value)), .leastNormalMagnitude)))
    return abs(value - shown) <= 0.5000001 * pow(10, exponent + 1 - Double(digits))
  }

  private var isAtEnd: Bool { position >= text.count }
  private var next: Character? { isAtEnd ? nil : text[position] }

  private func failure(_ reason: String) -> Failure {
    Failure(description: "\(reason) at \(position) of '\(String(text))'")
  }

  private mutating func take(_ characters: Character...) -> Character? {
    guard let next, characters.contains(next) else { return nil }
    position += 1
    return next
  }

  private mutating func expect(_ character: Character) throws {
    guard take(character) != nil else { throw failure("no \(character)") }
  }

  private mutating func sum() throws -> Double {
    let sign = take("−", "-", "+")
    var value = try product()
    if sign == "−" || sign == "-" { value = -value }
    while let sign = take("+", "−", "-") {
      let right = try product()
      value = sign == "+" ? value + right : value - right
    }
    return value
  }

  private mutating func product() throws -> Double {
    var value = try power()
    while let sign = take("·", "*", "/") {
      let right = try power()
      value = sign == "/" ? value / right : value * right
    }
    return value
  }

  private mutating func power() throws -> Double {
    if take("√") != nil {
      let start = position
      let value = try atom()
      if hasExponent(from: start) { throw failure("a root of a number with an exponent") }
      if let next, Self.superscripts[next] != nil || next == "^" {
        throw failure("a root or a power")
      }
      return value.squareRoot()
    }
    let start = position
    let base = try atom()
    guard let exponent = try exponent() else { return base }
    if hasExponent(from: start) { throw failure("a power of a number with an exponent") }
    if exponent == 2 { return base * base }
    return pow(base, exponent)
  }

  private mutating func exponent() throws -> Double? {
    if take("^") != nil {
      let sign = take("-", "−") == nil ? 1.0 : -1
      return sign * (try atom())
    }
    var digits = ""
    while let next, let digit = Self.superscripts[next] {
      digits.append(digit)
      position += 1
    }
    return digits.isEmpty ? nil : Double(digits)
  }

  private static let superscripts: [Character: Character] = [
    "⁻": "-", "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7",
    "⁸": "8", "⁹": "9",
  ]

  // Whether what was read is a bare number with an exponent.
  private func hasExponent(from start: Int) -> Bool {
    let part = text[start..<position]
    return part.first?.isNumber == true && part.contains("e")
  }

  private mutating func atom() throws -> Double {
    guard let next else { throw failure("the end") }
    if next.isNumber && next.isASCII || next == "." { return try number() }
    if take("(") != nil {
      let value = try sum()
      try expect(")")
      return value
    }
    if take("|") != nil {
      let value = try sum()
      try expect("|")
      return abs(value)
    }
    if take("⌈") != nil { return try ceiling(end: "⌉") }
    for (name, value) in names where text[position...].starts(with: name) {
      let end = position + name.count
      // A name is not the beginning of a longer word.
      if end < text.count, text[end].isLetter || text[end] == "_" || text[end] == "(" { continue }
      position = end
      return value
    }
    return try word()
  }

  private mutating func number() throws -> Double {
    var digits = ""
    while let next, next.isNumber && next.isASCII || next == "." {
      digits.append(next)
      position += 1
    }
    if next == "e", position + 1 < text.count,
      text[position + 1].isNumber || "−-+".contains(text[position + 1])
    {
      position += 1
      digits += "e"
      if let sign = take("−", "-", "+") { digits += sign == "+" ? "" : "-" }
      while let next, next.isNumber && next.isASCII {
        digits.append(next)
        position += 1
      }
    }
    guard let value = Double(digits) else { throw failure("no number \(digits)") }
    return value
  }

  private mutating func word() throws -> Double {
    var word = ""
    while let next, next.isLetter || (next.isNumber && next.isASCII && !word.isEmpty) {
      word.append(next)
      position += 1
    }
    if let constant = ["π": Double.pi, "pi": .pi, "e": M_E, "inf": .infinity, "nan": .nan][word] {
      return constant
    }
    guard take("(") != nil else { throw failure("an unknown word '\(word)'") }
    if word == "ceil" { return try ceiling(end: ")") }
    var arguments = [try sum()]
    while take(",") != nil {
      _ = take(" ")
      arguments.append(try sum())
    }
    try expect(")")
    return try apply(word, arguments)
  }

  private func apply(_ function: String, _ arguments: [Double]) throws -> Double {
    let x = arguments[0]
    switch function {
    case "max": return arguments.max() ?? x
    case "min": return arguments.min() ?? x
    case "sqrt": return x.squareRoot()
    case "exp": return Glibc.exp(x)
    case "log", "ln": return Glibc.log(x)
    case "abs": return abs(x)
    case "float32": return Double(Float(x))
    case "φ", "phi": return Glibc.exp(-x * x / 2) / (2 * Double.pi).squareRoot()
    case "Φ", "Phi": return erfc(-x / 2.0.squareRoot()) / 2
    default: throw failure("an unknown function '\(function)'")
    }
  }

  // A lone number is taken as it is; the rounding of a product of decimals is not mathematics.
  private mutating func ceiling(end: Character) throws -> Double {
    let start = position
    let value = try sum()
    let isNumber = text[start..<position].allSatisfy { $0.isNumber || $0 == "." }
    try expect(end)
    let nearest = value.rounded()
    return !isNumber && nearest != 0 && abs(value - nearest) <= 4 * nearest.ulp
      ? nearest : value.rounded(.up)
  }
}
