/// What a block of weights is, in numbers.
package struct MatrixCell: Hashable, Sendable {
  /// The weights.
  package let count: Int
  /// The smallest; NaN if no weight is a number.
  package let minimum: Float
  /// The largest; NaN if no weight is a number.
  package let maximum: Float
  /// Σw/k.
  package let mean: Double
  /// √(Σw²/k).
  package let rootMeanSquare: Double

  init(_ sums: CellSums, count: Int) {
    self.count = count
    let isKnown = sums.low <= sums.high
    minimum = isKnown ? sums.low : .nan
    maximum = isKnown ? sums.high : .nan
    mean = sums.sum / Double(count)
    rootMeanSquare = (sums.squares / Double(count)).squareRoot()
  }

  /// How far the cell lies from a centre, in one way of reading it; of a single weight it is w − c
  /// in any but the root mean square, which is its size.
  package func deviation(from centre: Double, as reading: CellReading) -> Double {
    switch reading {
    case .scaledMean: return (mean - centre) * Double(count).squareRoot()
    case .mean: return mean - centre
    case .extreme:
      let (low, high) = (Double(minimum) - centre, Double(maximum) - centre)
      return abs(low) > abs(high) ? low : high
    case .rootMeanSquare:
      let square = rootMeanSquare * rootMeanSquare - 2 * centre * mean + centre * centre
      return max(0, square).squareRoot()
    }
  }
}
