internal import Expressions
internal import Words

/// A real parameter: its value and, where it was given as one, its expression.
///
/// The value of an expression is finite, as Python refuses 1/0 and sqrt(-1). One that names fan_in or
/// fan_out has a value only for a tensor: `of(_:)` gives it.
package struct Quantity: Sendable, CustomStringConvertible, Hashable {
  /// The value; NaN as long as the fans it depends on are not known.
  package let value: Double
  private let syntax: Expression?
  // Those that the value is of.
  private let fans: Fans?

  /// Makes a plain number.
  package init(_ value: Double) { self.init(value: value, syntax: nil) }

  private init(value: Double, syntax: Expression?, fans: Fans? = nil) {
    // One NaN stands for all of them, whatever their sign and payload.
    self.value = value.isNaN ? .nan : value
    self.syntax = syntax
    self.fans = fans
  }

  /// Parses a number or an expression.
  ///
  /// - Throws: `InitializerError.invalidNumber` or `.undefinedNumber`, naming the parameter.
  package init(parsing text: String, for parameter: String) throws(InitializerError) {
    if let value = Self.notFinite(text) {
      self.init(value)
      return
    }
    guard let syntax = Expression(parsing: text) else { throw .invalidNumber(parameter, text) }
    if let value = syntax.plainNumber {
      self.init(value)
    } else if syntax.hasVariables {
      self.init(value: .nan, syntax: syntax)
    } else if let value = syntax.value() {
      self.init(value: value, syntax: syntax)
    } else {
      throw .undefinedNumber(parameter, syntax.description)
    }
  }

  /// The expression in ASCII without blanks; nil for a plain number.
  package var expression: String? { syntax?.description }

  /// The text that parses to this quantity: the expression, or the shortest digits.
  package var description: String { expression ?? Numeral.shortest(value) }

  /// The Python expression.
  package var python: String {
    if let syntax { return syntax.python(fans?.variables ?? [:]) }
    // Python's -0 is the integer 0, which has no sign.
    if value == 0 && value.sign == .minus { return "-0.0" }
    return value.isFinite ? Numeral.shortest(value) : "float('\(Numeral.shortest(value))')"
  }

  /// The quantity with its value for a tensor; NaN if it has none.
  func of(_ fans: Fans?) -> Quantity {
    guard let syntax, syntax.hasVariables else { return self }
    let value = syntax.value(fans?.variables ?? [:])
    return Quantity(value: value ?? .nan, syntax: syntax, fans: fans)
  }

  /// The quantity with a tensor's fans as numbers in their places.
  ///
  /// - Throws: `InitializerError.tooFewDimensionsForFans` or `.undefinedNumber`.
  func substituting(
    _ fans: Fans?, of shape: Shape, for parameter: Parameter
  ) throws(InitializerError) -> Quantity {
    guard let syntax, syntax.hasVariables else { return self }
    guard let fans else { throw .tooFewDimensionsForFans(shape.extents.count) }
    let substituted = syntax.substituting(fans.variables)
    guard let value = substituted.value() else {
      throw .undefinedNumber(parameter.rawValue, substituted.description)
    }
    return Quantity(value: value, syntax: substituted)
  }

  // The names of what no digits say, with a sign or none.
  private static func notFinite(_ text: String) -> Double? {
    let word = text.filter { $0 != " " }.lowercased()
    let isNegative = word.hasPrefix("-") || word.hasPrefix("−")
    switch isNegative || word.hasPrefix("+") ? String(word.dropFirst()) : word {
    case "inf", "infinity": return isNegative ? -.infinity : .infinity
    case "nan": return .nan
    default: return nil
    }
  }

  /// Whether both mean the same to PyTorch: NaN equals NaN, so that a scene equals itself, but
  /// 0 is not -0, whose sign reaches the weights.
  package static func == (left: Quantity, right: Quantity) -> Bool {
    left.syntax == right.syntax && left.value.bitPattern == right.value.bitPattern
  }

  /// Hashes what `==` compares.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(syntax)
    hasher.combine(value.bitPattern)
  }
}

extension Fans {
  /// The fans by their names in expressions.
  fileprivate var variables: [Expression.Variable: Int] { [.fanIn: fanIn, .fanOut: fanOut] }
}
