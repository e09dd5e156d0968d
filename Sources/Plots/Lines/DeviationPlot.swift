import Glibc
public import Screen

/// The empirical distribution function minus the law's, with the Dvoretzky–Kiefer–Wolfowitz band.
///
/// With probability 1 − α a sample of the law stays within ±√(ln(2/α) / 2n) everywhere (Massart
/// 1990, doi:10.1214/aop/1176990746).
public struct DeviationPlot: Sendable {
  /// Where the difference is known, ascending.
  public var x: [Double]
  /// The difference of the distribution functions there.
  public var deviation: [Double]
  /// The size of the sample.
  public var total: Int
  /// The probability of leaving the band.
  public var alpha: Double
  /// The vertical caption.
  public var caption: String

  /// Makes a plot.
  public init(
    x: [Double], deviation: [Double], total: Int, alpha: Double = 0.05, caption: String = "F-law"
  ) {
    self.x = x
    self.deviation = deviation
    self.total = total
    self.alpha = alpha
    self.caption = caption
  }

  /// Makes the plot of bins against a law's distribution function, exact at the edges.
  public init(bins: Bins, distribution: (Double) -> Double, alpha: Double = 0.05) {
    var sum = bins.underflow
    var deviation: [Double] = []
    for (index, edge) in bins.edges.enumerated() {
      if index > 0 { sum += bins.counts[index - 1] }
      deviation.append(Double(sum) / Double(max(1, bins.total)) - distribution(edge))
    }
    self.init(x: bins.edges, deviation: deviation, total: bins.total, alpha: alpha)
  }

  /// Half the width of the band.
  public var halfWidth: Double {
    total > 0 && alpha > 0 && alpha < 2 ? (log(2 / alpha) / (2 * Double(total))).squareRoot() : 1
  }

  /// The plot as a frame of exactly that size.
  public func frame(size: Size, glyphs: GlyphSet) -> Frame {
    let half = halfWidth
    let greatest = deviation.reduce(half) { $1.isFinite ? max($0, abs($1)) : $0 } * 1.35
    return LineChart(
      series: [LineSeries(x: x, y: deviation, role: .sample)],
      bands: [LineBand(x: x, low: x.map { _ in -half }, high: x.map { _ in half })],
      range: -greatest...greatest, reference: 0, caption: caption
    ).frame(size: size, glyphs: glyphs)
  }
}
