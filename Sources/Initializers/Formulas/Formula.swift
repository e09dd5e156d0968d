/// One equation: its symbols, the same with the numbers put in, and the result.
public struct Formula: Hashable, Sendable {
  /// What is computed, `std` for example.
  public let name: String
  /// The right-hand side in symbols.
  public let symbolic: String
  /// The right-hand side with this call's numbers.
  public let substituted: String
  /// The value.
  public let result: Double

  /// Makes an equation.
  public init(name: String, symbolic: String, substituted: String, result: Double) {
    self.name = name
    self.symbolic = symbolic
    self.substituted = substituted
    self.result = result
  }

  /// What stands between the equals signs: symbols, numbers, result, without repetitions.
  public func sides(digits: Int = 4) -> [String] {
    var sides = [symbolic]
    for side in [substituted, Numeral.typeset(result, digits: digits)] where side != sides.last {
      sides.append(side)
    }
    return sides
  }
}
