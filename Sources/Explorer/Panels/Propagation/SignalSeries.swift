internal import MeanField
internal import Networks
internal import Plots
internal import Screen

/// Lines and bands of mean squares by layer.
enum SignalSeries {
  /// What a network has in its layers, as far as they are reached.
  static func measured(
    _ report: PropagationReport, _ quantity: (LayerSignal) -> Double?, _ role: Role,
    _ mark: LineMark, _ name: String, isDotted: Bool = true
  ) -> LineSeries {
    LineSeries(
      x: report.layers.map { Double($0.layer) },
      y: report.layers.map { visible(quantity($0) ?? .nan) }, role: role, name: name, mark: mark,
      isDashed: role == .pinned, isDotted: isDotted && role != .pinned)
  }

  static func theory(_ values: [Double], _ name: String) -> LineSeries {
    LineSeries(x: layers(values.count), y: values.map(visible), role: .law, name: name)
  }

  /// The band of a report's prediction, if it is that of its layers.
  static func bands(
    _ report: PropagationReport, _ path: KeyPath<Prediction, [Band]>
  ) -> [LineBand] {
    guard let prediction = report.prediction,
      path == \.gradientBands ? prediction.hasGradientBands : prediction.hasBands
    else { return [] }
    return [band(prediction[keyPath: path])]
  }

  private static func band(_ bands: [Band]) -> LineBand {
    LineBand(x: layers(bands.count), low: bands.map(\.low), high: bands.map(\.high))
  }

  /// The ends of the axis: at least a decade, so that what keeps its size looks level.
  static func range(_ series: [LineSeries], _ bands: [LineBand]) -> ClosedRange<Double>? {
    let values = (series.flatMap(\.y) + bands.flatMap { $0.low + $0.high })
      .filter { $0 > 0 && $0.isFinite }
    guard let low = values.min(), let high = values.max() else { return nil }
    let middle = (low.squareRoot() * high.squareRoot())
    let half = max((high / low).squareRoot() * 1.2, 10.0.squareRoot())
    let ends = (middle / half, middle * half)
    return ends.0 > 0 && ends.1.isFinite ? ends.0...ends.1 : nil
  }

  private static func layers(_ count: Int) -> [Double] { (0..<count).map { Double($0 + 1) } }

  // What is 0 or infinite has no place on a logarithmic axis: the line ends.
  private static func visible(_ value: Double) -> Double {
    value > 0 && value.isFinite ? value : .nan
  }
}
