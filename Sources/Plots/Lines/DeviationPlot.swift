package import Screen
private import Statistics

/// The empirical distribution function minus the law's, with the Dvoretzky–Kiefer–Wolfowitz band.
///
/// With probability 1 − α a sample of the law stays within ±√(ln(2/α) / 2n) everywhere (Massart
/// 1990, doi:10.1214/aop/1176990746).
package struct DeviationPlot: Sendable {
  /// Where the difference is known, ascending.
  package var x: [Double]
  /// The difference of the distribution functions there.
  package var deviation: [Double]
  /// The size of the sample.
  package var total: Int
  /// The probability of leaving the band.
  package var alpha: Double
  /// The vertical caption.
  package var caption: String
  /// The deviation of the pinned scene of a comparison from its own law.
  package var pinned: PinnedLine?

  /// Makes a plot.
  package init(
    x: [Double], deviation: [Double], total: Int, alpha: Double = 0.05, caption: String = "F-law",
    pinned: PinnedLine? = nil
  ) {
    self.x = x
    self.deviation = deviation
    self.total = total
    self.alpha = alpha
    self.caption = caption
    self.pinned = pinned
  }

  /// Half the width of the band.
  package var halfWidth: Double { halfWidth(total) }

  private func halfWidth(_ total: Int) -> Double {
    DvoretzkyKieferWolfowitz.halfWidth(count: total, alpha: alpha)
  }

  /// The plot as a frame of exactly that size; of two bands the wider one is shaded lightly.
  package func frame(size: Size, glyphs: GlyphSet, hasFills: Bool = false) -> Frame {
    let pinnedTotal = pinned.map { $0.total > 0 ? $0.total : total } ?? total
    let halves = Set([halfWidth, halfWidth(pinnedTotal)]).sorted(by: >)
    let greatest = (deviation + (pinned?.y ?? []) + halves).reduce(0) {
      $1.isFinite ? max($0, abs($1)) : $0
    }
    let places = pinned.map { (x + $0.x).filter(\.isFinite).sorted() } ?? x
    return LineChart(
      series: pinned.map { $0.series(y: $0.y, presentX: x, presentY: deviation) }
        ?? [LineSeries(x: x, y: deviation, role: .sample)],
      bands: halves.enumerated().map { index, half in
        LineBand(
          x: places, low: places.map { _ in -half }, high: places.map { _ in half },
          isLight: index < halves.count - 1)
      },
      range: -greatest * 1.35...greatest * 1.35, reference: 0, caption: caption,
      hasNamesAtEnds: false
    ).frame(size: size, glyphs: glyphs, hasFills: hasFills)
  }
}
