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

/// Ways of reading one number from a block of weights.
package enum CellReading: CaseIterable, Hashable, Sendable {
  /// The mean of the k weights' deviations, times √k: of independent weights it varies as a single
  /// one does, however large the block, so that what stands out is structure.
  case scaledMean
  /// The mean of the deviations, which shrinks with the block as 1/√k.
  case mean
  /// The deviation of largest size, which every large block has: for matrices of few ones.
  case extreme
  /// The root mean square of the deviations.
  case rootMeanSquare
}

/// The sums from which a cell's numbers are made.
struct CellSums: Sendable {
  private(set) var sum = 0.0
  private(set) var squares = 0.0
  // NaN is passed over; the sums have it.
  private(set) var low = Float.infinity
  private(set) var high = -Float.infinity

  // Four chains, so that an addition does not wait for the one before.
  private typealias Four = SIMD4<Double>

  mutating func add(_ weights: UnsafeBufferPointer<Float>) {
    var (sums, products) = (Four(), Four())
    var (lows, highs) = (SIMD4<Float>(repeating: low), SIMD4<Float>(repeating: high))
    var index = 0
    while index + 4 <= weights.count {
      let four = SIMD4(weights[index], weights[index + 1], weights[index + 2], weights[index + 3])
      let wide = Four(Double(four[0]), Double(four[1]), Double(four[2]), Double(four[3]))
      sums += wide
      products += wide * wide
      lows.replace(with: four, where: four .< lows)
      highs.replace(with: four, where: four .> highs)
      index += 4
    }
    if index > 0 {
      sum += sums.sum()
      squares += products.sum()
      low = lows.min()
      high = highs.max()
    }
    while index < weights.count {
      add(weights[index])
      index += 1
    }
  }

  @inline(__always)
  mutating func add(_ weight: Float) {
    let wide = Double(weight)
    sum += wide
    squares += wide * wide
    if weight < low { low = weight }
    if weight > high { high = weight }
  }
}
