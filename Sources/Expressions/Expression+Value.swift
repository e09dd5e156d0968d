private import Glibc

extension Expression {
  /// The value, as Python computes it.
  ///
  /// Whole numbers stay exact up to 128 bits; an expression that exceeds them is computed in doubles
  /// throughout, and `python` then writes its numbers as such.
  /// - Parameter variables: the tensor's numbers, as far as they are known.
  /// - Returns: nil where Python raises an error (1/0, log 0, the root of −1), where the result is
  ///   not finite, or where a variable is not known.
  package func value(_ variables: [Variable: Int] = [:]) -> Double? {
    guard let value = evaluated(variables)?.number.real, value.isFinite else { return nil }
    return value
  }

  /// The value in doubles, which need not be finite; nil where Python raises an error, or a variable is
  /// not known.
  package func real(_ variable: (Variable) -> Double?) -> Double? {
    withoutActuallyEscaping(variable) { variable in
      (try? Evaluation(variable: { variable($0).map(Number.real) }, inDoubles: true).number(self))?
        .real
    }
  }

  /// The value if it is a whole number.
  package func wholeValue(_ variables: [Variable: Int] = [:]) -> Int128? {
    switch evaluated(variables)?.number {
    case .whole(let value)?: value
    case .real(let value)?: Int128(exactly: value)
    case nil: nil
    }
  }

  /// The number, and whether it was computed in doubles throughout.
  func evaluated(_ variables: [Variable: Int]) -> (number: Number, inDoubles: Bool)? {
    func value(_ variable: Variable) -> Number? {
      variables[variable].map { .whole(Int128($0)) }
    }
    do {
      return (try Evaluation(variable: value, inDoubles: false).number(self), false)
    } catch .undefined {
      return nil
    } catch {
      return (try? Evaluation(variable: value, inDoubles: true).number(self)).map { ($0, true) }
    }
  }
}

/// Python's two kinds of number.
enum Number {
  case whole(Int128)
  case real(Double)

  var real: Double {
    switch self {
    case .whole(let value): Double(value)
    case .real(let value): value
    }
  }
}

/// Why there is no number.
private enum EvaluationError: Error {
  /// Python raises an error.
  case undefined
  /// Whole numbers exceed what is computed exactly here.
  case tooLarge
}

private struct Evaluation {
  let variable: (Expression.Variable) -> Number?
  let inDoubles: Bool

  func number(_ expression: Expression) throws(EvaluationError) -> Number {
    switch expression {
    case .number(let literal):
      guard literal.isWhole, !inDoubles else { return .real(literal.real) }
      guard let whole = literal.whole else { throw .tooLarge }
      return .whole(whole)
    case .constant(.pi): return .real(.pi)
    case .constant(.e): return .real(2.718281828459045)
    case .variable(let name):
      guard let value = variable(name) else { throw .undefined }
      return inDoubles ? .real(value.real) : value
    case .group(let inner): return try number(inner)
    case .signed(let sign, let operand):
      let value = try number(operand)
      guard sign == .minus else { return value }
      switch value {
      case .whole(let whole): return try exact(Int128(0).subtractingReportingOverflow(whole))
      case .real(let real): return .real(-real)
      }
    case .call(let function, let argument): return try call(function, number(argument).real)
    case .binary(let left, let symbol, let right):
      return try combine(number(left), symbol, number(right))
    }
  }

  private func call(
    _ function: Expression.Function, _ argument: Double
  ) throws(EvaluationError) -> Number {
    switch function {
    case .sqrt:
      guard !(argument < 0) else { throw .undefined }
      return .real(argument.squareRoot())
    case .log:
      guard !(argument <= 0) else { throw .undefined }
      return .real(log(argument))
    case .exp:
      let result = exp(argument)
      guard result.isFinite || !argument.isFinite else { throw .undefined }
      return .real(result)
    }
  }

  private func combine(
    _ left: Number, _ symbol: Expression.Operator, _ right: Number
  ) throws(EvaluationError) -> Number {
    if case .whole(let left) = left, case .whole(let right) = right {
      switch symbol {
      case .plus: return try exact(left.addingReportingOverflow(right))
      case .minus: return try exact(left.subtractingReportingOverflow(right))
      case .times: return try exact(left.multipliedReportingOverflow(by: right))
      case .over:
        // Python rounds the exact quotient; so do doubles of exact operands.
        guard max(left.magnitude, right.magnitude) <= 1 << 53 else { throw .tooLarge }
      case .power where right >= 0: return .whole(try power(left, right))
      case .power: break
      }
    }
    let (left, right) = (left.real, right.real)
    switch symbol {
    case .plus: return .real(left + right)
    case .minus: return .real(left - right)
    case .times: return .real(left * right)
    case .over:
      guard right != 0 else { throw .undefined }
      return .real(left / right)
    case .power:
      // Python has no real number for either.
      guard left != 0 || !(right < 0) else { throw .undefined }
      guard !(left < 0 && left.isFinite && right.isFinite && right != right.rounded()) else {
        throw .undefined
      }
      let result = pow(left, right)
      guard result.isFinite || !left.isFinite || !right.isFinite else { throw .undefined }
      return .real(result)
    }
  }

  private func power(_ base: Int128, _ exponent: Int128) throws(EvaluationError) -> Int128 {
    var (result, square, rest) = (Int128(1), base, exponent)
    while true {
      if rest & 1 == 1 {
        let (product, overflow) = result.multipliedReportingOverflow(by: square)
        guard !overflow else { throw .tooLarge }
        result = product
      }
      rest >>= 1
      guard rest > 0 else { return result }
      let (product, overflow) = square.multipliedReportingOverflow(by: square)
      guard !overflow else { throw .tooLarge }
      square = product
    }
  }

  private func exact(
    _ result: (partialValue: Int128, overflow: Bool)
  ) throws(EvaluationError) -> Number {
    guard !result.overflow else { throw .tooLarge }
    return .whole(result.partialValue)
  }
}
