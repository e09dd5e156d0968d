internal import Mathematics
internal import Words

/// A term of an equation, written once in symbols and once in numbers with the same structure, so
/// that what is printed computes to what it says.
package indirect enum Term: Hashable, Sendable {
  /// A whole number.
  case count(Int)
  /// A value with as many digits as the equation needs.
  case number(Double)
  /// A value as it was given, its expression included.
  case quantity(Quantity)
  /// What stands for a term in symbols.
  case named(String, Term)
  /// The sum of two terms.
  case sum(Term, Term)
  /// The difference of two terms.
  case difference(Term, Term)
  /// The negative of a term.
  case negative(Term)
  /// The product of two terms.
  case product(Term, Term)
  /// The quotient of two terms.
  case quotient(Term, Term)
  /// A term's square.
  case square(Term)
  /// A term's square root.
  case root(Term)
  /// A function's value.
  case function(Function, [Term])

  /// The functions that equations use.
  package enum Function: String, Hashable, Sendable {
    /// The greatest of the arguments.
    case max
    /// The least of the arguments.
    case min
    /// |x|.
    case absolute
    /// ⌈x⌉.
    case ceiling
    /// The nearest number of single precision.
    case float32
    /// The standard normal distribution function.
    case normal = "Φ"
  }

  /// The value, with every number rounded to so many digits.
  package func value(digits: Int = 17) -> Double {
    switch self {
    case .count(let count): Double(count)
    case .number(let value): Double(Numeral.general(value, digits: digits)) ?? value
    case .quantity(let quantity): quantity.value
    case .named(_, let term): term.value(digits: digits)
    case .sum(let left, let right): left.value(digits: digits) + right.value(digits: digits)
    case .difference(let left, let right):
      left.value(digits: digits) - right.value(digits: digits)
    case .negative(let term): -term.value(digits: digits)
    case .product(let left, let right): left.value(digits: digits) * right.value(digits: digits)
    case .quotient(let left, let right): left.value(digits: digits) / right.value(digits: digits)
    case .square(let term):
      term.value(digits: digits) * term.value(digits: digits)
    case .root(let term): term.value(digits: digits).squareRoot()
    case .function(let function, let terms):
      function.callAsFunction(terms.map { $0.value(digits: digits) })
    }
  }
}

extension Term.Function {
  func callAsFunction(_ values: [Double]) -> Double {
    let first = values.first ?? .nan
    return switch self {
    case .max: values.max() ?? .nan
    case .min: values.min() ?? .nan
    case .absolute: abs(first)
    case .ceiling: first.rounded(.up)
    case .float32: Double(Float(first))
    case .normal: NormalDistribution.distribution(first)
    }
  }
}

extension Term: ExpressibleByIntegerLiteral {
  /// A whole number.
  package init(integerLiteral value: Int) { self = .count(value) }

  /// The sum.
  package static func + (left: Term, right: Term) -> Term { .sum(left, right) }
  /// The difference.
  package static func - (left: Term, right: Term) -> Term { .difference(left, right) }
  /// The product.
  package static func * (left: Term, right: Term) -> Term { .product(left, right) }
  /// The quotient.
  package static func / (left: Term, right: Term) -> Term { .quotient(left, right) }

  /// |x|.
  package static func absolute(_ term: Term) -> Term { .function(.absolute, [term]) }
}

/// One equation: its symbols, the same with the numbers put in, and the result.
package struct Formula: Hashable, Sendable {
  /// What is computed, `std` for example.
  package let name: String
  /// The right-hand side.
  package let term: Term
  /// The value.
  package let result: Double

  /// Makes an equation.
  package init(_ name: String, _ term: Term, result: Double) {
    self.name = name
    self.term = term
    self.result = result
  }

  /// The right-hand side in symbols.
  package var symbolic: String { term.symbols }

  /// The right-hand side with this call's numbers, in as many digits as the result needs to come
  /// out when it is computed from what is printed.
  package func substituted(digits: Int = 4) -> String {
    let printed = Numeral.typeset(result, digits: digits)
    let needed = (digits...17).first {
      Numeral.typeset(term.value(digits: $0), digits: digits) == printed
    }
    return term.numbers(digits: needed ?? digits + 3)
  }

  /// What stands between the equals signs: symbols, numbers, result, without repetitions.
  package func sides(digits: Int = 4) -> [String] {
    var sides = [symbolic]
    for side in [substituted(digits: digits), Numeral.typeset(result, digits: digits)]
    where side != sides.last {
      sides.append(side)
    }
    return sides
  }
}
