internal import Words

extension Term {
  /// The term in symbols.
  package var symbols: String { typeset(isSymbolic: true, digits: 4).text }

  /// The term with its numbers put in, to so many digits.
  package func numbers(digits: Int = 4) -> String {
    typeset(isSymbolic: false, digits: digits).text
  }

  /// How tightly the parts of a text hold together, the loosest first.
  fileprivate enum Binding: Int, Comparable {
    case sum, product, prefix, atom

    static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }
  }

  fileprivate struct Piece {
    let text: String
    let binding: Binding

    /// The text as an operand: in parentheses where it would come apart, or where a sign would
    /// follow an operator.
    func bound(_ least: Binding, isFirst: Bool = false) -> String {
      let isSigned = text.hasPrefix("−") && !isFirst
      return binding >= least && !isSigned ? text : "(\(text))"
    }
  }

  private func typeset(isSymbolic: Bool, digits: Int) -> Piece {
    func piece(_ term: Term) -> Piece { term.typeset(isSymbolic: isSymbolic, digits: digits) }
    func infix(_ left: Term, _ sign: String, _ right: Term, _ own: Binding, _ least: Binding)
      -> Piece
    {
      Piece(
        text: piece(left).bound(own, isFirst: true) + sign + piece(right).bound(least),
        binding: own)
    }
    switch self {
    case .count(let count):
      return Self.numeral(count < 0 ? "−\(count.magnitude)" : "\(count)")
    case .number(let value): return Self.numeral(Numeral.typeset(value, digits: digits))
    case .quantity(let quantity): return Self.piece(quantity)
    case .named(let name, let term):
      return isSymbolic ? Piece(text: name, binding: .atom) : piece(term)
    case .sum(let left, let right): return infix(left, "+", right, .sum, .product)
    case .difference(let left, let right): return infix(left, "−", right, .sum, .product)
    case .negative(let term):
      return Piece(text: "−" + piece(term).bound(.prefix), binding: .sum)
    case .product(let left, let right): return infix(left, "·", right, .product, .product)
    case .quotient(let left, let right): return infix(left, "/", right, .product, .prefix)
    case .square(let term):
      return Piece(text: piece(term).bound(.atom) + "²", binding: .prefix)
    case .root(let term):
      return Piece(text: "√" + piece(term).bound(.atom), binding: .prefix)
    case .function(let function, let terms):
      let arguments = terms.map { piece($0).text }.joined(separator: ", ")
      return switch function {
      case .absolute: Piece(text: "|\(arguments)|", binding: .atom)
      case .ceiling: Piece(text: "⌈\(arguments)⌉", binding: .atom)
      case .max, .min, .float32, .normal:
        Piece(text: "\(function.rawValue)(\(arguments))", binding: .atom)
      }
    }
  }

  // 1e−5² would be read as e to the −5².
  private static func numeral(_ text: String) -> Piece {
    Piece(
      text: text, binding: text.dropFirst().contains("−") || text.contains("e") ? .prefix : .atom)
  }

  private static func piece(_ quantity: Quantity) -> Piece {
    let text = quantity.typeset
    guard quantity.expression != nil else { return numeral(text) }
    if text == "π" || text == "e" { return Piece(text: text, binding: .atom) }
    let isRoot = text.hasPrefix("√") && text.isOneRoot
    return Piece(text: text, binding: isRoot ? .prefix : .sum)
  }
}

extension Quantity {
  /// The number or the expression with mathematical signs: `−1/√2` for `-1/sqrt(2)`.
  package var typeset: String {
    guard let expression else { return Numeral.typesetShortest(value) }
    var text = ""
    var rest = expression[...]
    while let first = rest.first {
      if let (typed, sign) = Self.signs.first(where: { rest.hasPrefix($0.typed) }) {
        text += sign
        rest = rest.dropFirst(typed.count)
      } else {
        text.append(first)
        rest = rest.dropFirst()
      }
    }
    return text.withoutIdleParentheses
  }

  private static let signs = [
    (typed: "math.", sign: ""), (typed: "np.", sign: ""), (typed: "sqrt", sign: "√"),
    (typed: "pi", sign: "π"), (typed: "**", sign: "^"), (typed: "*", sign: "·"),
    (typed: "-", sign: "−"),
  ]
}

extension String {
  // √(5) as √5.
  fileprivate var withoutIdleParentheses: String {
    var result = ""
    var rest = self[...]
    while let start = rest.firstRange(of: "√(") {
      result += rest[..<start.lowerBound] + "√"
      let inner = rest[start.upperBound...].prefix { $0.isNumber || $0 == "π" }
      let after = rest[start.upperBound...].dropFirst(inner.count)
      if !inner.isEmpty, after.first == ")" {
        result += inner
        rest = after.dropFirst()
      } else {
        result += "("
        rest = rest[start.upperBound...]
      }
    }
    return result + rest
  }

  // Whether a root is all there is: √5 or √(…), not √(…)/(…).
  fileprivate var isOneRoot: Bool {
    let body = dropFirst()
    guard body.first == "(" else { return body.allSatisfy { $0.isNumber || $0 == "π" } }
    var depth = 0
    for (offset, character) in body.enumerated() {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth == 0 { return offset == body.count - 1 }
    }
    return false
  }
}
