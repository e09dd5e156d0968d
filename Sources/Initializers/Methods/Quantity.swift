/// A real parameter: its value and, where it was given as one, its expression.
///
/// An expression is a number, `sqrt(…)`, `pi` or `e`, products and quotients of these, and a
/// sign: `sqrt(5)`, `-1/sqrt(2)`, `2*pi`. Its value is finite, as Python refuses 1/0 and sqrt(-1).
public struct Quantity: Sendable, CustomStringConvertible {
  /// The value.
  public let value: Double
  /// The expression without blanks; nil for a plain number.
  public let expression: String?

  /// Makes a plain number.
  public init(_ value: Double) { self.init(value: value, expression: nil) }

  private init(value: Double, expression: String?) {
    // One NaN stands for all of them, whatever their sign and payload.
    self.value = value.isNaN ? .nan : value
    self.expression = expression
  }

  /// Parses a number or an expression.
  ///
  /// - Throws: `InitializerError.invalidNumber`, naming the parameter.
  public init(parsing text: String, for parameter: String) throws(InitializerError) {
    guard let compact = Self.compacted(text)?.typed else {
      throw .invalidNumber(parameter, text)
    }
    if let value = Self.number(compact[...]) {
      self.init(value)
    } else if compact.utf8.count <= Self.longestExpression,
      let value = Self.evaluate(compact[...]), value.isFinite
    {
      self.init(value: value, expression: compact)
    } else {
      throw .invalidNumber(parameter, text)
    }
  }

  /// The text that parses to this quantity: the expression, or the shortest digits.
  public var description: String { expression ?? Numeral.shortest(value) }

  /// The Python expression.
  public var python: String {
    guard let expression else {
      // Python's -0 is the integer 0, which has no sign.
      if value == 0 && value.sign == .minus { return "-0.0" }
      return value.isFinite ? Numeral.shortest(value) : "float('\(Numeral.shortest(value))')"
    }
    return expression.replacing("sqrt", with: "math.sqrt").replacing("pi", with: "math.pi")
      .replacing("e", with: "math.e", unlessPartOfNumber: true)
  }

  // The evaluation is recursive; this keeps a text of any length from exhausting the stack.
  private static let longestExpression = 200

  // Blanks may stand around signs and parentheses, not within a number or a name.
  private static func compacted(_ text: String) -> String? {
    let words = text.split(separator: " ")
    let isBroken = zip(words, words.dropFirst()).contains { left, right in
      left.last.map(isPartOfWord) == true && right.first.map(isPartOfWord) == true
    }
    return isBroken ? nil : words.joined()
  }

  private static func isPartOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "."
  }

  private static func number(_ text: Substring) -> Double? {
    guard let first = text.first, !text.contains(where: { "xXpP".contains($0) }) else { return nil }
    let body = "+-".contains(first) ? text.dropFirst() : text
    guard let lead = body.first else { return nil }
    let isNamed = ["inf", "infinity", "nan"].contains(body.lowercased())
    guard lead.isNumber || lead == "." || isNamed else { return nil }
    return Double(text)
  }

  // sum-free grammar: [sign] factor (('*' | '/' | '·') factor)*
  private static func evaluate(_ text: Substring) -> Double? {
    if text.hasPrefix("-") { return evaluate(text.dropFirst()).map { -$0 } }
    if text.hasPrefix("+") { return evaluate(text.dropFirst()) }
    var depth = 0
    for index in text.indices.reversed() {
      let character = text[index]
      if character == ")" { depth += 1 }
      if character == "(" { depth -= 1 }
      guard depth == 0, character == "*" || character == "/" else { continue }
      guard let left = evaluate(text[..<index]),
        let right = factor(text[text.index(after: index)...])
      else { return nil }
      return character == "/" ? left / right : left * right
    }
    return factor(text)
  }

  private static func factor(_ text: Substring) -> Double? {
    if text == "pi" { return .pi }
    if text == "e" { return 2.718281828459045 }
    if text.hasPrefix("sqrt("), text.hasSuffix(")") {
      return evaluate(text.dropFirst(5).dropLast())?.squareRoot()
    }
    if text.hasPrefix("("), text.hasSuffix(")") { return evaluate(text.dropFirst().dropLast()) }
    guard let first = text.first, first.isNumber || first == "." else { return nil }
    return number(text)
  }
}

extension Quantity: Hashable {
  /// Whether both mean the same to PyTorch: NaN equals NaN, so that a scene equals itself, but
  /// 0 is not -0, whose sign reaches the weights.
  public static func == (left: Quantity, right: Quantity) -> Bool {
    left.expression == right.expression && left.value.bitPattern == right.value.bitPattern
  }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(expression)
    hasher.combine(value.bitPattern)
  }
}

extension String {
  /// The text with typographic signs as they are typed: -, * and pi.
  fileprivate var typed: String {
    guard unicodeScalars.contains(where: { !$0.isASCII }) else { return self }
    return reduce(into: "") { text, character in
      switch character {
      case "−": text += "-"
      case "·": text += "*"
      case "π": text += "pi"
      default: text.append(character)
      }
    }
  }

  // A lone `e` is Euler's number, one after a digit an exponent.
  fileprivate func replacing(
    _ letter: Character, with text: String, unlessPartOfNumber: Bool
  ) -> String {
    var result = ""
    var previous: Character = " "
    let isStandalone = { (p: Character) in !(p.isLetter || p.isNumber || p == ".") }
    for character in self {
      result +=
        character == letter && isStandalone(previous) ? text : String(character)
      previous = character
    }
    return result
  }
}
