/// A number as people type it: digits, or a small expression in Python's grammar.
///
/// - `+ - * / **`, signs and parentheses, with Python's precedence: −2**2 is −4, 2**-1**2 is 0.5
/// - `sqrt(…)`, `log(…)`, `exp(…)`, `pi`, `e`, with or without `math.` or `np.` before them
/// - `fan_in` and `fan_out`, where whoever asks for the value knows them
/// - as mathematics is written, too: `2·π`, `3×4`, `1÷3`, `√5`, `2²`, `2^3`, `−1`
///
/// ```swift
/// Expression(parsing: "√(2/(128+256))")?.value()  // 0.0721…
/// Expression(parsing: "1/sqrt(fan_in)")?.value([.fanIn: 64])  // 0.125
/// ```
package indirect enum Expression: Hashable, Sendable, CustomStringConvertible {
  /// Digits.
  case number(Literal)
  /// A number with a name.
  case constant(Constant)
  /// A number that depends on a tensor.
  case variable(Variable)
  /// A sign before an operand.
  case signed(Sign, Expression)
  /// Two operands.
  case binary(Expression, Operator, Expression)
  /// A function of one argument.
  case call(Function, Expression)
  /// Parentheses.
  case group(Expression)

  /// A number with a name.
  package enum Constant: String, CaseIterable, Sendable {
    case pi
    case e
  }

  /// A number that depends on a tensor, or on whatever else gives names to numbers.
  package struct Variable: Hashable, Sendable {
    /// Its name, words parted by single blanks.
    package let name: String

    /// Makes a variable.
    package init(_ name: String) { self.name = name }

    /// The inputs each output sees.
    package static let fanIn = Variable("fan_in")
    /// The outputs each input reaches.
    package static let fanOut = Variable("fan_out")
    /// The numbers of a tensor.
    package static let ofTensor: Set<Variable> = [fanIn, fanOut]
  }

  /// A sign.
  package enum Sign: String, Sendable {
    case plus = "+"
    case minus = "-"
  }

  /// An operator between two operands.
  package enum Operator: String, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case power = "**"
  }

  /// A function of one argument.
  package enum Function: String, CaseIterable, Sendable {
    case sqrt
    case log
    case exp
  }

  /// What an expression may hold, for a sentence.
  package static let grammar = "+ - * / **, sqrt, log, exp, pi, e"

  /// The most characters of an expression, which also bounds how deep one nests.
  package static let longest = 200

  /// Whether its value depends on a tensor.
  package var hasVariables: Bool { !variables.isEmpty }

  /// The variables in it.
  package var variables: Set<Variable> {
    switch self {
    case .number, .constant: []
    case .variable(let variable): [variable]
    case .signed(_, let operand), .call(_, let operand), .group(let operand): operand.variables
    case .binary(let left, _, let right): left.variables.union(right.variables)
    }
  }

  /// The digits with their sign, where the expression is nothing but that.
  package var plainNumber: Double? {
    switch self {
    case .number(let literal): literal.real
    case .signed(.minus, .number(let literal)): -literal.real
    case .signed(.plus, .number(let literal)): literal.real
    default: nil
    }
  }

  /// The digits of a number: `0.02`, `1e-3`, `.5`, `0x2a`.
  package struct Literal: Hashable, Sendable {
    /// The digits as Python takes them.
    package let text: String
    /// The value, if it is a whole number in Python, without a point or an exponent, that 128 bits
    /// hold.
    let whole: Int128?
    /// The nearest double.
    let real: Double
    /// Whether Python takes it for a whole number.
    let isWhole: Bool

    /// Makes a literal of digits that the grammar allows.
    init?(_ digits: String) {
      let lower = digits.lowercased()
      if lower.hasPrefix("0x") {
        guard let value = Int128(lower.dropFirst(2), radix: 16) else { return nil }
        (text, whole, real, isWhole) = (lower, value, Double(value), true)
        return
      }
      guard let value = Double(digits) else { return nil }
      isWhole = digits.allSatisfy(\.isNumber)
      // Python refuses a whole number that begins with 0.
      let zeros = isWhole ? digits.prefix { $0 == "0" }.count : 0
      text = String(digits.dropFirst(min(zeros, digits.count - 1)))
      whole = isWhole ? Int128(text) : nil
      real = value
    }
  }

  /// The text that parses to this expression, in ASCII and without blanks: `1/sqrt(fan_in)`.
  package var description: String { text { $0.name } }

  /// The Python expression of the same value, `math` imported: `1/math.sqrt(128)`.
  ///
  /// - Parameter variables: the tensor's numbers, which stand in their places.
  package func python(_ variables: [Variable: Int] = [:]) -> String {
    let suffix = evaluated(variables)?.inDoubles == true ? ".0" : ""
    return text(module: "math.", suffix: suffix) { variable in
      variables[variable].map { "\($0)\(suffix)" } ?? variable.name
    }
  }

  /// The expression with numbers in the places of its variables.
  package func substituting(_ variables: [Variable: Int]) -> Expression {
    switch self {
    case .number, .constant: self
    case .variable(let variable):
      variables[variable].flatMap { Literal("\($0)") }.map(Expression.number) ?? self
    case .signed(let sign, let operand): .signed(sign, operand.substituting(variables))
    case .binary(let left, let symbol, let right):
      .binary(left.substituting(variables), symbol, right.substituting(variables))
    case .call(let function, let argument): .call(function, argument.substituting(variables))
    case .group(let inner): .group(inner.substituting(variables))
    }
  }

  // suffix: what makes a double of Python's whole numbers.
  private func text(
    module: String = "", suffix: String = "", _ name: (Variable) -> String
  ) -> String {
    switch self {
    case .number(let literal):
      // Python writes no hexadecimal doubles.
      guard literal.isWhole, !suffix.isEmpty else { return literal.text }
      return (literal.whole.map { "\($0)" } ?? literal.text) + suffix
    case .constant(let constant): return module + constant.rawValue
    case .variable(let variable): return name(variable)
    case .signed(let sign, let operand):
      return sign.rawValue + operand.text(module: module, suffix: suffix, name)
    case .binary(let left, let symbol, let right):
      return left.text(module: module, suffix: suffix, name) + symbol.rawValue
        + right.text(module: module, suffix: suffix, name)
    case .call(let function, let argument):
      return "\(module)\(function.rawValue)(\(argument.text(module: module, suffix: suffix, name)))"
    case .group(let inner): return "(\(inner.text(module: module, suffix: suffix, name)))"
    }
  }
}

extension FixedWidthInteger {
  /// Evaluates a text such as `128`, `4*64`, `2**10` or `0x2a`; nil if it is no whole number or one
  /// out of range.
  package init?(evaluating text: String) {
    guard let whole = Expression(parsing: text)?.wholeValue(), let value = Self(exactly: whole)
    else { return nil }
    self = value
  }
}
