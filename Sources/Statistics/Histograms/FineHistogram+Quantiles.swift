private import Mathematics

extension FineHistogram {
  /// Returns the sample quantiles at the probabilities given, without a sort.
  ///
  /// As `numpy.quantile` does, position (n − 1)·p is interpolated between the two order statistics
  /// around it; a cell's values are taken to be spread evenly over it, so that the error is at most
  /// a cell. Values outside the grid are taken to lie on its nearer end.
  package func quantiles(_ probabilities: [Double]) -> [Double] {
    let cumulative = cumulativeCounts
    let sum = cumulative[cumulative.count - 1]
    return probabilities.map { probability in
      guard sum > 0, probability >= 0, probability <= 1 else { return .nan }
      let position = Double(sum - 1) * probability
      let rank = min(Int(clamping: position), sum - 1)
      let part = position - Double(rank)
      let lower = orderStatistic(rank, cumulative)
      guard part > 0 else { return lower }
      return lower + part * (orderStatistic(min(rank + 1, sum - 1), cumulative) - lower)
    }
  }

  /// Returns the sample quantile at one probability.
  package func quantile(_ probability: Double) -> Double { quantiles([probability])[0] }

  /// The distance between the quartiles.
  package var interquartileRange: Double {
    let quartiles = quantiles([0.25, 0.75])
    return quartiles[1] - quartiles[0]
  }

  /// Where the value of a rank, counted from 0, lies.
  private func orderStatistic(_ rank: Int, _ cumulative: [Int]) -> Double {
    let from = (0..<cumulative.count - 1).partitioningIndex { cumulative[$0] > rank }
    guard from > 0 else { return grid.low }
    guard from <= cellCount else { return grid.high }
    let count = cumulative[from] - cumulative[from - 1]
    let place = (Double(rank - cumulative[from - 1]) + 0.5) / Double(count)
    let (left, right) = (grid.edge(from - 1), grid.edge(from))
    return left + place * (right - left)
  }
}
