package import Screen

/// A detrended quantile–quantile plot: the sample's quantiles minus the law's, with bands.
package struct QuantilePlot: Sendable {
  /// The law's quantiles, ascending.
  package var theory: [Double]
  /// The sample's quantiles at the same probabilities.
  package var sample: [Double]
  /// Bands around 0 in units of the quantile, such as the pointwise and the simultaneous one.
  package var bands: [LineBand]
  /// The vertical caption.
  package var caption: String
  /// The pinned scene of a comparison: its law's quantiles across, its sample's up.
  package var pinned: PinnedLine?

  /// Makes a plot.
  package init(
    theory: [Double], sample: [Double], bands: [LineBand] = [], caption: String = "Q-law",
    pinned: PinnedLine? = nil
  ) {
    self.theory = theory
    self.sample = sample
    self.bands = bands
    self.caption = caption
    self.pinned = pinned
  }

  /// The plot as a frame of exactly that size.
  package func frame(size: Size, glyphs: GlyphSet, hasFills: Bool = false) -> Frame {
    let differences = zip(theory, sample).map { $1 - $0 }
    return LineChart(
      series: pinned.map { pinned in
        pinned.series(
          y: zip(pinned.x, pinned.y).map { $1 - $0 }, presentX: theory, presentY: differences)
      } ?? [LineSeries(x: theory, y: differences, role: .sample)], bands: bands,
      range: range(differences), reference: 0, caption: caption, hasNamesAtEnds: false
    ).frame(size: size, glyphs: glyphs, hasFills: hasFills)
  }

  // The bands of a few extreme quantiles are so wide that they would flatten all the others; they
  // may leave the plot at its top and bottom.
  private func range(_ differences: [Double]) -> ClosedRange<Double>? {
    let ranges = theory.map { x in bands.map { $0.range(at: x) } }
    let halves = ranges.map { ($0.first ?? nil).map { ($0.high - $0.low) / 2 } ?? .nan }
    let sorted = halves.filter(\.isFinite).sorted()
    guard let median = sorted.dropFirst(sorted.count / 2).first, median > 0 else { return nil }
    var limit = 0.0
    for (index, half) in halves.enumerated() {
      let isCommon = half <= Self.mostOfMedian * median
      let difference = abs(differences[index])
      if difference.isFinite, isCommon || difference > half { limit = max(limit, difference) }
      guard isCommon else { continue }
      for case .some(let range) in ranges[index] {
        limit = max(limit, abs(range.low), abs(range.high))
      }
    }
    return limit > 0 && limit.isFinite ? -1.15 * limit...1.15 * limit : nil
  }

  // How many times wider than usual a band may be to be shown whole.
  private static let mostOfMedian = 5.0
}
