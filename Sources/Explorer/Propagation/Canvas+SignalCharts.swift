internal import MeanField
internal import Plots
internal import Propagation
internal import Scenes
internal import Screen

extension Canvas {
  /// The mean square before the activation, layer by layer, over its band.
  mutating func drawForward(
    _ report: PropagationReport, _ pinned: PropagationReport?, in region: Region
  ) {
    let remark = report.prediction.map { prediction in
      guard prediction.hasBands else { return "theory" }
      return "theory ±2σ, "
        + (prediction.bandBatch > 1 ? "batch of \(prediction.bandBatch)" : "1 input")
    }
    heading("Forward q", remark ?? "no theory", "mean square of z", in: region)
    let series = [
      pinned.map { SignalSeries.forward($0, .pinned, .triangle, "A") },
      report.prediction.map { SignalSeries.theory($0.lengths) },
      SignalSeries.forward(report, .sample, .disc, pinned == nil ? "network" : "B"),
    ]
    drawSignals(
      series.compactMap(\.self),
      bands: SignalSeries.bands(report, \.bands),
      depth: depth(report, pinned), caption: shown("E z²"), in: region.dropping(1))
  }

  /// The mean square of the gradients, layer by layer, over its band.
  mutating func drawBackward(
    _ report: PropagationReport, _ pinned: PropagationReport?, in region: Region
  ) {
    if report.isShortcut {
      heading("Backward", in: region)
      put(
        "needs matrices; this was sampled without", column: region.column + 2,
        row: region.row + 2, Style(.dim), limit: region.columns - 2)
      return
    }
    heading(
      "Backward",
      report.prediction.map { $0.hasBands ? "gradients, theory ±2σ" : "gradients, theory" }
        ?? "no theory", "gradients",
      in: region)
    let series = [
      pinned.map { SignalSeries.backward($0, .pinned, .triangle, "A") },
      report.prediction.map { SignalSeries.theory($0.gradients) },
      SignalSeries.backward(report, .sample, .disc, pinned == nil ? "network" : "B"),
    ]
    drawSignals(
      series.compactMap(\.self),
      bands: SignalSeries.bands(report, \.gradientBands),
      depth: depth(report, pinned), caption: shown("E ∂²"), in: region.dropping(1))
  }

  /// The mean square of the gradients of the weights, layer by layer.
  mutating func drawWeightGradients(
    _ report: PropagationReport, _ pinned: PropagationReport?, in region: Region
  ) {
    heading("Weight gradients", "loss summed over the batch", in: region)
    let series = [
      pinned.map { SignalSeries.weightGradients($0, .pinned, .triangle, "A") },
      SignalSeries.weightGradients(report, .sample, .disc, pinned == nil ? "network" : "B"),
    ]
    drawSignals(
      series.compactMap(\.self), bands: [], depth: depth(report, pinned),
      caption: shown("E ∂W²"), in: region.dropping(1))
  }

  /// Signal and gradients in one chart, for a small screen.
  mutating func drawBoth(
    _ report: PropagationReport, _ pinned: PropagationReport?, in region: Region
  ) {
    heading("Signal through depth", "mean squares by layer", in: region)
    var series = [report.prediction.map { SignalSeries.theory($0.lengths) }]
    if let pinned {
      series.insert(SignalSeries.forward(pinned, .pinned, .triangle, "A"), at: 0)
      series.append(SignalSeries.forward(report, .sample, .disc, "B"))
    } else {
      series.append(SignalSeries.backward(report, .code, .square, shown("∂")))
      series.append(SignalSeries.forward(report, .sample, .disc, "z"))
    }
    drawSignals(
      series.compactMap(\.self),
      bands: SignalSeries.bands(report, \.bands),
      depth: depth(report, pinned), caption: shown("E z²"), in: region.dropping(1))
  }

  private func depth(_ report: PropagationReport, _ pinned: PropagationReport?) -> Int {
    max(report.request.network.depth, pinned?.request.network.depth ?? 0)
  }

  private mutating func drawSignals(
    _ series: [LineSeries], bands: [LineBand], depth: Int, caption: String, in region: Region
  ) {
    let chart = LineChart(
      series: series, bands: bands, kind: .log10, domain: 1...Double(max(2, depth)),
      range: SignalSeries.range(series, bands), caption: caption, hasNamesAtEnds: false)
    draw(chart.frame(size: region.size, glyphs: glyphs), in: region)
  }
}
