internal import Words

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
