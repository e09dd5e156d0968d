private import Mathematics
internal import MeanField
internal import Networks
internal import Plots
internal import Screen
internal import Words

/// A quantity by layer in a chart: the network's over theory and its band, and A's.
struct SignalChart: Panel {
  let title: Phrase
  /// What is said at the end of the heading, the fullest first.
  let remarks: [Phrase]
  /// That the network is where chance seldom takes it, the fullest first; said before the remarks.
  var warnings: [Phrase] = []
  let axis: Phrase
  /// A sentence in place of the chart.
  var absence: Phrase?
  let series: @Sendable (Lettering) -> [LineSeries]
  private(set) var bands: [LineBand] = []
  fileprivate let depth: Int
  /// The lines that the vertical axis is to cover besides, though they are not drawn yet.
  fileprivate var extent: [LineSeries] = []
  /// The layer under the crosshair.
  private var marked: Int?

  func draw(on canvas: inout Canvas, in region: Region) {
    canvas.heading(title, remarks, warnings: warnings, in: region)
    if let absence {
      canvas.put(
        absence, column: region.column + 2, row: region.row + 2, Style(.dim),
        limit: region.columns - 2)
      return
    }
    let series = series(canvas.lettering)
    let body = region.dropping(1)
    var chart = LineChart(
      series: series, bands: bands, kind: .log10, domain: 1...Double(max(2, depth)),
      range: SignalSeries.range(series.filter { $0.role != .dim } + extent, bands),
      caption: canvas.shown(axis),
      isCounting: true, hasNamesAtEnds: false)
    chart.mark = marked.map(Double.init)
    for column in 0..<body.columns {
      guard let place = chart.place(atColumn: column, of: body.columns) else { continue }
      canvas.point(
        Region(column: body.column + column, row: body.row, columns: 1, rows: body.rows),
        to: .layer(min(depth, max(1, Int(clamping: place.rounded())))))
    }
    canvas.draw(
      chart.frame(size: body.size, glyphs: canvas.glyphs, hasFills: canvas.hasFills), in: body)
  }

  /// The chart with a mark at a layer.
  func marking(_ layer: Int?) -> SignalChart {
    var chart = self
    chart.marked = layer
    return chart
  }

  /// The mean square before the activation, layer by layer, over its band.
  static func forward(
    _ report: PropagationReport, _ pinned: PropagationReport?, last: LastSignal? = nil,
    extent: [PropagationReport] = []
  ) -> SignalChart {
    return compared(
      report, pinned, last, extent, { $0.preActivations.meanSquare }, theory: { $0.lengths },
      bands: \.bands,
      title: Phrase("forward.title"),
      remarks: forwardRemarks(report) + [Phrase("forward.what")], axis: Phrase("forward.axis")
    ).warning(of: report.signalDeparture, "q")
  }

  /// The chart with a word about where the network leaves its band.
  private func warning(of departure: BandDeparture?, _ name: String) -> SignalChart {
    var chart = self
    guard let departure else { return chart }
    let places: [String: Phrase.Part] = [
      "what": .text(name), "where": .phrase(departure.phrase),
    ]
    chart.warnings = [
      Phrase("band.left", places), Phrase("band.left.short", places),
      Phrase("band.left.plain", ["where": .phrase(departure.phrase)]), Phrase("band.left.least"),
    ]
    return chart
  }

  /// What the band is, or why there is none, the fullest first.
  private static func forwardRemarks(_ report: PropagationReport) -> [Phrase] {
    guard let prediction = report.prediction else { return [Phrase("no-theory")] }
    if let absence = prediction.bandAbsence { return remarks(absence) }
    let inputs =
      prediction.bandBatch > 1
      ? Phrase("forward.band.batch", ["batch": "\(prediction.bandBatch)"])
      : Phrase("forward.band.one")
    return [Phrase("forward.band", ["inputs": .phrase(inputs)])]
  }

  /// The mean square of the gradients, layer by layer, over its band.
  static func backward(
    _ report: PropagationReport, _ pinned: PropagationReport?, last: LastSignal? = nil,
    extent: [PropagationReport] = []
  ) -> SignalChart {
    let (title, axis) = (Phrase("backward.title"), Phrase("backward.axis"))
    if report.isShortcut {
      return SignalChart(
        title: title, remarks: [], axis: axis, absence: Phrase("backward.without"),
        series: { _ in [] }, depth: 0)
    }
    let remarks = report.prediction.map { prediction in
      prediction.gradientBandAbsence.map(Self.remarks) ?? [Phrase("backward.band")]
    }
    return compared(
      report, pinned, last, extent, { $0.gradient?.meanSquare }, theory: { $0.gradients },
      bands: \.gradientBands,
      title: title, remarks: (remarks ?? [Phrase("no-theory")]) + [Phrase("backward.what")],
      axis: axis
    ).warning(of: report.gradientDeparture, "∂²")
  }

  private static func remarks(_ absence: BandAbsence) -> [Phrase] {
    [absence.reason, absence.mark].map { Phrase("no-band", ["reason": .phrase($0)]) }
  }

  /// The mean square of the gradients of the weights, layer by layer.
  static func weightGradients(
    _ report: PropagationReport, _ pinned: PropagationReport?, extent: [PropagationReport] = []
  ) -> SignalChart {
    compared(
      report, pinned, nil, extent, { $0.gradient?.weightMeanSquare },
      title: Phrase("weight-gradients.title"),
      remarks: [Phrase("weight-gradients.what")], axis: Phrase("weight-gradients.axis"))
  }

  /// Signal and gradients in one chart, for a small screen.
  ///
  /// - Parameter isAlone: whether nothing else says what the layers are.
  static func both(
    _ report: PropagationReport, _ pinned: PropagationReport?, isAlone: Bool,
    last: LastSignal? = nil, extent: [PropagationReport] = []
  ) -> SignalChart {
    let layers = Phrase.Part.text(report.layerText)
    let remarks: [Phrase] =
      !isAlone
      ? forwardRemarks(report)
      : report.otherShapeText.map { shape in
        let places: [String: Phrase.Part] = ["layers": layers, "shape": .text(shape)]
        return [Phrase("both.tensor", places), Phrase("both.tensor.short", places)]
      } ?? [Phrase("both.what", ["layers": layers])]
    return SignalChart(
      title: Phrase("signal.title"), remarks: remarks, axis: Phrase("forward.axis"),
      series: { lettering in
        let theory = report.prediction.map {
          SignalSeries.theory($0.lengths, lettering.words(Phrase("legend.theory")))
        }
        func q(_ report: PropagationReport, _ role: Role, _ mark: LineMark, _ name: String)
          -> LineSeries
        {
          SignalSeries.measured(report, { $0.preActivations.meanSquare }, role, mark, name)
        }
        let last = last.map { $0.series { $0.preActivations.meanSquare } }
        if let pinned {
          return [last, q(pinned, .pinned, .none, "A"), theory, q(report, .sample, .disc, "B")]
            .compactMap(\.self)
        }
        let gradients = SignalSeries.measured(
          report, { $0.gradient?.meanSquare }, .code, .square, lettering.shown("∂"))
        return [last, theory, gradients, q(report, .sample, .disc, "z")].compactMap(\.self)
      }, bands: SignalSeries.bands(report, \.bands), depth: depth(report, pinned),
      extent: extent.map {
        SignalSeries.measured($0, { $0.preActivations.meanSquare }, .sample, .none, "")
      }
    ).warning(of: report.signalDeparture, "q")
  }

  /// A quantity of A and B by layer, with theory between them where there is one.
  private static func compared(
    _ report: PropagationReport, _ pinned: PropagationReport?, _ last: LastSignal?,
    _ extent: [PropagationReport],
    _ quantity: @escaping @Sendable (LayerSignal) -> Double?,
    theory: (@Sendable (Prediction) -> [Double])? = nil,
    bands: KeyPath<Prediction, [Band]>? = nil, title: Phrase, remarks: [Phrase], axis: Phrase
  ) -> SignalChart {
    SignalChart(
      title: title, remarks: remarks, axis: axis,
      series: { lettering in
        [
          last.map { $0.series(quantity) },
          pinned.map { SignalSeries.measured($0, quantity, .pinned, .none, "A") },
          theory.flatMap { theory in
            report.prediction.map {
              SignalSeries.theory(theory($0), lettering.words(Phrase("legend.theory")))
            }
          },
          SignalSeries.measured(
            report, quantity, .sample, .disc,
            pinned == nil ? lettering.words(Phrase("legend.network")) : "B",
            isDotted: theory != nil),
        ].compactMap(\.self)
      }, bands: bands.map { SignalSeries.bands(report, $0) } ?? [],
      depth: depth(report, pinned),
      extent: extent.map { SignalSeries.measured($0, quantity, .sample, .none, "") })
  }

  private static func depth(_ report: PropagationReport, _ pinned: PropagationReport?) -> Int {
    max(report.request.network.depth, pinned?.request.network.depth ?? 0)
  }
}

/// The signal of the last picture, while its line lingers.
struct LastSignal: Sendable {
  let report: PropagationReport
  let isFading: Bool

  fileprivate func series(_ quantity: (LayerSignal) -> Double?) -> LineSeries {
    var series = SignalSeries.measured(report, quantity, .dim, .none, "")
    (series.isDashed, series.isDotted) = (isFading, false)
    return series
  }
}
