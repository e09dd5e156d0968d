private import Glibc
private import Mathematics

/// Where order statistics of n independent draws are expected, in probability: U₍ₖ₎ of n uniform
/// draws has a beta law with parameters k and n − k + 1.
package struct QuantileBands: Equatable, Sendable {
  /// The number of draws.
  package let count: Int
  /// The level of the simultaneous band's limits, each tail's half of it.
  package let localLevel: Double

  /// The probability that an order statistic stays within the pointwise band, and all of them at
  /// once within the simultaneous one.
  package static let confidence = LocalLevel.confidence

  private let pointwiseTail: Tail
  private let simultaneousTail: Tail

  /// A tail's probability, its logarithm and its standard normal quantile.
  private struct Tail: Equatable {
    let logProbability: Double
    let z: Double

    init(_ probability: Double) {
      logProbability = log(probability)
      z = NormalDistribution.quantile(probability)
    }
  }

  /// An interval of probabilities.
  package struct Interval: Equatable, Sendable {
    /// The lower limit.
    package var low: Double
    /// The upper limit.
    package var high: Double

    /// Makes an interval.
    package init(low: Double, high: Double) {
      self.low = low
      self.high = high
    }

    /// Whether a probability lies within, limits included.
    package func contains(_ probability: Double) -> Bool {
      low <= probability && probability <= high
    }
  }

  /// The bands of `count` draws, at least one.
  package init(count: Int) {
    self.count = max(count, 1)
    localLevel = LocalLevel.value(count: self.count)
    pointwiseTail = Tail((1 - Self.confidence) / 2)
    simultaneousTail = Tail(localLevel / 2)
  }

  /// Returns the pointwise limits of the least to the greatest draw, ranks 1 to n.
  package func pointwise(rank: Int) -> Interval { interval(of: rank, pointwiseTail) }

  /// Returns the limits of a rank that hold for all ranks at once.
  package func simultaneous(rank: Int) -> Interval { interval(of: rank, simultaneousTail) }

  /// Returns the pointwise limits of F at a place with this many draws below it.
  ///
  /// The draw before the place lies below it and the draw behind above, which gives the limits of
  /// Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404.
  package func pointwise(below: Int) -> Interval { interval(below, pointwiseTail) }

  /// Returns the limits of F at a place with this many draws below it that hold everywhere at once.
  package func simultaneous(below: Int) -> Interval { interval(below, simultaneousTail) }

  private func interval(of rank: Int, _ tail: Tail) -> Interval {
    let rank = min(max(rank, 1), count)
    return Interval(low: lowerLimit(rank, tail), high: upperLimit(rank, tail))
  }

  // From the lower limit of the draw before to the upper limit of the one behind, if there are any.
  private func interval(_ below: Int, _ tail: Tail) -> Interval {
    Interval(
      low: below > 0 ? lowerLimit(min(below, count), tail) : 0,
      high: below < count ? upperLimit(max(below, 0) + 1, tail) : 1)
  }

  private func lowerLimit(_ rank: Int, _ tail: Tail) -> Double {
    BetaFunction(Double(rank), Double(count - rank) + 1)
      .lowerTailQuantile(logProbability: tail.logProbability, z: tail.z).value
  }

  // The upper tail is the lower one seen from the other end.
  private func upperLimit(_ rank: Int, _ tail: Tail) -> Double {
    BetaFunction(Double(count - rank) + 1, Double(rank))
      .lowerTailQuantile(logProbability: tail.logProbability, z: tail.z).complement
  }
}
