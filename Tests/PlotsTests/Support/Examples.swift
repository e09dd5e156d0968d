import Glibc
import Plots
import Screen

/// The plots the goldens show.
enum Examples {
  static let std = 0.0721687836

  static func normal(count: Int, selected: Int? = nil) throws -> HistogramPlot {
    let (bins, _) = try Laws.normalBins(
      std: std, low: -0.3, high: 0.3, count: count, total: 4000, amplitude: 1.5)
    return HistogramPlot(
      bins: bins, law: Laws.normal(std: std),
      markers: [
        Marker(0, label: "μ", asciiLabel: "m"), Marker(-std, label: "−σ", asciiLabel: "-s"),
        Marker(std, label: "+σ", asciiLabel: "+s"),
        Marker(-2 * std, label: "−2σ", asciiLabel: "-2s"),
        Marker(2 * std, label: "+2σ", asciiLabel: "+2s"),
      ], selected: selected)
  }

  static func uniform(count: Int) throws -> HistogramPlot {
    let bound = 0.125
    let counts = (0..<count).map { 100 + [4, -9, 0, 12, -3, -6, 8][$0 % 7] }
    return HistogramPlot(
      bins: try Bins(edges: Laws.edges(-bound, bound, count), counts: counts),
      law: Laws.uniform(bound: bound),
      markers: [
        Marker(0, label: "μ", asciiLabel: "m"),
        Marker(-bound, label: "−bound", asciiLabel: "-bound"),
        Marker(bound, label: "+bound", asciiLabel: "+bound"),
        Marker(-bound / 3.0.squareRoot(), label: "−σ", asciiLabel: "-s"),
        Marker(bound / 3.0.squareRoot(), label: "+σ", asciiLabel: "+s"),
      ])
  }

  static func strip() throws -> ResidualStrip {
    let z: [Double] = [0, 0.3, 1, 2, 2.9, 3, 7, -0.3, -1, -2, -2.9, -3, -7, 0.1, -0.1, 1.5]
    return ResidualStrip(
      bins: try Bins(edges: Laws.edges(0, 16, 16), counts: z.map { Int(10_000 + 100 * $0) }),
      expected: z.map { _ in 10_000 }, caption: "16 bins, worst 7")
  }

  static func density() throws -> DensityPlot {
    let (bins, _) = try Laws.normalBins(
      std: std, low: -0.3, high: 0.3, count: 60, total: 4000, amplitude: 1.5)
    return DensityPlot(bins: bins, law: Laws.normal(std: std))
  }

  /// Sizes that halve in about two layers, around a law that does so exactly.
  static func chart() throws -> LineChart {
    let layers = (1...30).map(Double.init)
    let law = layers.map { pow(0.7, $0) }
    return LineChart(
      series: [
        LineSeries(x: layers, y: law, role: .law, name: "theory", mark: .disc),
        LineSeries(
          x: layers, y: layers.map { pow(0.68, $0) * (1 + 0.3 * sin($0)) }, role: .sample,
          name: "forward", mark: .square),
      ],
      bands: [
        LineBand(
          x: layers, low: layers.map { pow(0.64, $0) }, high: layers.map { pow(0.76, $0) })
      ], kind: .log10, caption: "rms")
  }

  static func deviation() throws -> DeviationPlot {
    let (bins, _) = try Laws.normalBins(
      std: 0.07, low: -0.3, high: 0.3, count: 57, total: 4000, amplitude: 1.5)
    return DeviationPlot(bins: bins) { Laws.normalDistribution($0 / 0.072) }
  }
}
