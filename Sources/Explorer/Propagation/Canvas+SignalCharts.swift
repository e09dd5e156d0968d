internal import Initializers
internal import MeanField
internal import Networks
internal import Plots
internal import Scenes
internal import Screen

extension Canvas {
  /// The mean square before the activation, layer by layer, over its band.
  mutating func drawForward(
    _ report: PropagationReport, _ pinned: PropagationReport?, in region: Region
  ) {
    let remarks = report.prediction.map { prediction in
      if let absence = prediction.bandAbsence { return Self.remarks(absence) }
      let inputs = prediction.bandBatch > 1 ? "batch of \(prediction.bandBatch)" : "1 input"
      return ["theory ±2σ, \(inputs)"]
    }
    heading("Forward q", (remarks ?? ["no theory"]) + ["mean square of z"], in: region)
    drawCompared(
      report, pinned, \.preActivations.meanSquare, theory: \.lengths, bands: \.bands,
      caption: "E z²", in: region)
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
      (report.prediction.map { prediction in
        prediction.gradientBandAbsence.map(Self.remarks) ?? ["gradients, theory ±2σ"]
      } ?? ["no theory"]) + ["gradients"],
      in: region)
    drawCompared(
      report, pinned, \.gradient?.meanSquare, theory: \.gradients, bands: \.gradientBands,
      caption: "E ∂²", in: region)
  }

  private static func remarks(_ absence: BandAbsence) -> [String] {
    ["no band: \(absence.reason)", "no band: \(absence.mark)"]
  }

  /// The mean square of the gradients of the weights, layer by layer.
  mutating func drawWeightGradients(
    _ report: PropagationReport, _ pinned: PropagationReport?, in region: Region
  ) {
    heading("Weight gradients", "loss summed over the batch", in: region)
    drawCompared(
      report, pinned, \.gradient?.weightMeanSquare, caption: "E ∂W²", in: region)
  }

  /// Signal and gradients in one chart, for a small screen.
  mutating func drawBoth(
    _ report: PropagationReport, _ pinned: PropagationReport?, in region: Region
  ) {
    let plain = "plain \(report.layerText)"
    heading(
      "Signal through depth",
      report.otherShapeText.map { ["\(plain) layers, tensor \($0)", "\(plain), tensor \($0)"] }
        ?? ["mean squares, \(plain) layers"],
      in: region)
    var series = [report.prediction.map { SignalSeries.theory($0.lengths) }]
    if let pinned {
      series.insert(
        SignalSeries.measured(pinned, \.preActivations.meanSquare, .pinned, .triangle, "A"), at: 0)
      series.append(SignalSeries.measured(report, \.preActivations.meanSquare, .sample, .disc, "B"))
    } else {
      series.append(
        SignalSeries.measured(report, \.gradient?.meanSquare, .code, .square, shown("∂")))
      series.append(SignalSeries.measured(report, \.preActivations.meanSquare, .sample, .disc, "z"))
    }
    drawSignals(
      series.compactMap(\.self),
      bands: SignalSeries.bands(report, \.bands),
      depth: depth(report, pinned), caption: shown("E z²"), in: region.dropping(1))
  }

  /// A quantity of A and B by layer, with theory between them where there is one.
  private mutating func drawCompared(
    _ report: PropagationReport, _ pinned: PropagationReport?,
    _ quantity: (LayerSignal) -> Double?, theory: KeyPath<Prediction, [Double]>? = nil,
    bands: KeyPath<Prediction, [Band]>? = nil, caption: String, in region: Region
  ) {
    let series = [
      pinned.map { SignalSeries.measured($0, quantity, .pinned, .triangle, "A") },
      theory.flatMap { path in report.prediction.map { SignalSeries.theory($0[keyPath: path]) } },
      SignalSeries.measured(report, quantity, .sample, .disc, pinned == nil ? "network" : "B"),
    ]
    drawSignals(
      series.compactMap(\.self), bands: bands.map { SignalSeries.bands(report, $0) } ?? [],
      depth: depth(report, pinned), caption: shown(caption), in: region.dropping(1))
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
