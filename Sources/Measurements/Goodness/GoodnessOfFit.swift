internal import Initializers
private import Mathematics
package import Statistics

/// Pearson's test of a sample in the bins that a rule wants, and its greatest residual there.
///
/// The bins depend on the sample and the rule only, not on any picture: they are the fine cells,
/// grouped as evenly as their number allows, with whatever lies outside in the first and the last.
package struct GoodnessOfFit: Equatable, Sendable {
  /// The number of bins before those that expect too little are pooled.
  package let binCount: Int
  /// Pearson's test over the pools.
  package let chiSquare: ChiSquare
  /// The residual furthest from 0, (observed − expected)/√(np(1 − p)), among bins that expect 5 or
  /// more; nil if none does.
  package let worstResidual: Double?

  /// Tests a measurement; nil where `Measurement.obstacle` says why not, or nothing is expected.
  ///
  /// - Parameter choice: a rule, or a number of bins; Freedman and Diaconis's rule stands for one bin
  ///   a column.
  package init?(_ measurement: Measurement, choice: BinChoice = .standard) {
    guard measurement.obstacle == nil else { return nil }
    let histogram = measurement.histogram
    let law = measurement.law.ofDrawnWeights
    let padding = measurement.range.paddingCells
    let shown = padding..<histogram.cellCount - padding
    let width = histogram.grid.edge(shown.upperBound) - histogram.grid.edge(shown.lowerBound)
    let wanted = Self.binCount(choice, measurement.summary, width: width)
    let count = max(1, min(wanted, shown.count))
    let cumulative = histogram.cumulativeCounts
    let n = Double(measurement.moments.count)
    var (observed, expected): ([Int], [Double]) = ([], [])
    var (countBefore, shareBefore) = (0, 0.0)
    for bin in 1...count {
      let cell = shown.lowerBound + Self.edge(bin, of: count, cells: shown.count)
      let isLast = bin == count
      let below = isLast ? measurement.moments.count : cumulative[cell]
      let share = isLast ? 1 : law.distribution(histogram.grid.edge(cell))
      observed.append(below - countBefore)
      expected.append(n * (share - shareBefore))
      (countBefore, shareBefore) = (below, share)
    }
    guard let chiSquare = ChiSquare(observed: observed, expected: expected) else { return nil }
    binCount = count
    self.chiSquare = chiSquare
    worstResidual = zip(observed, expected)
      .compactMap { Residual(observed: $0, expected: $1, total: n)?.value }
      .max { abs($0) < abs($1) }
  }

  /// The bins over a range of values that a choice calls for.
  package static func binCount(
    _ choice: BinChoice, _ summary: SampleSummary, width: Double
  ) -> Int {
    let rule: BinRule
    switch choice {
    case .count(let count): return max(1, count)
    case .rule(let chosen): rule = chosen
    case .columns: rule = .freedmanDiaconis
    }
    let binWidth = rule.binWidth(for: summary)
    // Without an answer an odd number: a single value lies in the middle of a bin.
    guard binWidth > 0, width.isFinite else { return 13 }
    return max(1, Int(clamping: min(Double(mostBins), width / binWidth).rounded()))
  }

  /// The greatest number of bins there may be, whatever the rule.
  private static let mostBins = 1_000_000

  // Whole cells, the same on both sides of the middle.
  private static func edge(_ bin: Int, of count: Int, cells: Int) -> Int {
    2 * bin <= count
      ? (2 * bin * cells + count) / (2 * count)
      : cells - (2 * (count - bin) * cells + count) / (2 * count)
  }
}
