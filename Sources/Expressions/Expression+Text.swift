extension Expression: CustomStringConvertible {
  /// The text that parses to this expression, in ASCII and without blanks: `1/sqrt(fan_in)`.
  package var description: String { text { $0.rawValue } }

  /// The Python expression of the same value, `math` imported: `1/math.sqrt(128)`.
  ///
  /// - Parameter variables: the tensor's numbers, which stand in their places.
  package func python(_ variables: [Variable: Int] = [:]) -> String {
    let suffix = evaluated(variables)?.inDoubles == true ? ".0" : ""
    return text(module: "math.", suffix: suffix) { variable in
      variables[variable].map { "\($0)\(suffix)" } ?? variable.rawValue
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
      return
        "\(module)\(function.rawValue)(\(argument.text(module: module, suffix: suffix, name)))"
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
