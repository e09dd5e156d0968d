import Glibc
import Plots
import Screen

/// Plots of a present scene B with a pinned scene A that is wider and smaller.
enum Comparisons {
  static let pinnedStd = 0.1

  static func pinnedBins(count: Int) throws -> Bins {
    try Laws.normalBins(
      std: pinnedStd, low: -0.3, high: 0.3, count: count, total: 1500, amplitude: 1
    ).bins
  }

  static func histogram(count: Int) throws -> HistogramPlot {
    var plot = try Examples.normal(count: count)
    plot.pinned = PinnedSample(bins: try pinnedBins(count: count))
    return plot
  }

  /// Few wide bins, filled to the upper corners.
  static func uniform() throws -> HistogramPlot {
    var plot = try Examples.uniform(count: 13)
    plot.pinned = PinnedSample(
      bins: try Laws.normalBins(
        std: 0.05, low: -0.125, high: 0.125, count: 13, total: 2600
      ).bins, name: "xavier", presentName: "now")
    return plot
  }

  static func density() throws -> DensityPlot {
    let present = try Laws.normalBins(
      std: Examples.std, low: -0.3, high: 0.3, count: 60, total: 4000, amplitude: 1.5)
    return DensityPlot(
      bins: present.bins, law: Laws.normal(std: Examples.std),
      pinned: PinnedSample(bins: try pinnedBins(count: 60)))
  }

  static func deviation() throws -> DeviationPlot {
    var plot = try Examples.deviation()
    let pinned = DeviationPlot(bins: try pinnedBins(count: 57)) {
      Laws.normalDistribution($0 / 0.098)
    }
    plot.pinned = PinnedLine(x: pinned.x, y: pinned.deviation, total: pinned.total)
    return plot
  }

  static func quantiles(isCompared: Bool) -> QuantilePlot {
    let theory = (1...79).map { tan(3.0 * (Double($0) / 80 - 0.5)) * 0.02 }
    let band = { (width: Double) in
      LineBand(
        x: theory, low: theory.map { -width * (0.004 + abs($0) * 0.05) },
        high: theory.map { width * (0.004 + abs($0) * 0.05) }, isLight: width > 1)
    }
    let sample = theory.enumerated().map { $1 * 1.03 + 0.004 * sin(Double($0) * 0.7) }
    let pinned = theory.enumerated().map { $1 * 0.95 + 0.004 * cos(Double($0) * 0.9) }
    return QuantilePlot(
      theory: theory, sample: sample, bands: [band(1.6), band(1)],
      pinned: isCompared ? PinnedLine(x: theory, y: pinned) : nil)
  }

  static func tails(isCompared: Bool) throws -> TailPlot {
    let (bins, _) = try Laws.normalBins(
      std: Examples.std, low: -0.3, high: 0.3, count: 60, total: 100_000)
    return TailPlot(
      bins: bins, law: Laws.normal(std: Examples.std),
      pinned: isCompared ? PinnedSample(bins: try pinnedBins(count: 60)) : nil)
  }
}
