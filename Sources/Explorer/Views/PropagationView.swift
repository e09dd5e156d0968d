internal import Background
internal import Initializers
internal import Networks
internal import Scenes
internal import Screen
internal import Words

extension ViewEntry {
  /// The signal's size by layer, forward and backward, and what it means.
  static let propagation = ViewEntry(
    .propagation, key: "2", study: .signal,
    subject: { scene in
      // A tensor without weights makes no layers.
      guard scene.shape.count > 0 else { return scene.shape.typeset }
      return scene.resolvedNetwork.map { "\($0.depth)×\($0.width) \($0.activation)" } ?? ""
    },
    fields: { scene in
      scene.initializer.parameters.map(Field.parameter) + [.seed] + Field.network
    },
    sizeField: .network(.width),
    differences: { Differences(networkOf: $0, $1) },
    job: { _, pin in
      (try? pin.network.network(for: pin.tensor)).map {
        Job(PropagationRequest(tensor: pin.tensor, network: $0))
      }
    },
    content: { model, layout in
      // Another seed of the same network may stand until its numbers come.
      guard let finding = model.findings[Slot(.signal, .b)],
        let request = finding.job.request as? PropagationRequest,
        request.isNear(model.work[Slot(.signal, .b)])
      else {
        return ViewContent(awaiting: Phrase("signal.title"), Phrase("signal.sending"), in: layout)
      }
      if case .failure(let error) = finding.result {
        return ViewContent(
          Placed(
            MessagePanel(
              title: Phrase("refused.title"), sentence: .of(error),
              hint: (error as? PropagationError)?.remedy, style: Style(.error, .bold)),
            in: layout.main))
      }
      guard let whole = model.signal(.b) else { return ViewContent() }
      let report = model.growth?.shown(whole) ?? whole
      let pinned = model.shownPinnedSignal.map { model.growth?.shown($0) ?? $0 }
      // While a signal grows the axes stand still.
      let extent = model.growth == nil ? [] : [whole, model.shownPinnedSignal].compactMap(\.self)
      let advice = PropagationAdvice(report)
      let verdict = VerdictPanel(
        report, advice, pinned: pinned.map(PropagationAdvice.init),
        room: PropagationArrangement.verdictRoom(layout),
        spare: PropagationArrangement.spareLines(layout), lettering: model.lettering)
      let arrangement = PropagationArrangement(layout, lines: verdict.lines.count)
      let layer = model.selectedLayer
      var content = ViewContent(
        Placed(verdict, in: arrangement.verdict),
        Placed(
          NumbersPanel(
            subject: .signal(report, pinned: pinned), isCompared: model.scene.pin != nil,
            isWide: layout.hasWideNumbers,
            isPresenting: layout.isPresenting), in: layout.numbers),
        Placed(
          EquationsPanel(
            title: Phrase("theory.title"), remark: advice.title, formulas: advice.formulas,
            notes: advice.notes), in: arrangement.formula),
        Placed(
          (arrangement.backward == nil
            ? SignalChart.both(
              report, pinned, isAlone: layout.stage == .small, last: model.lastSignal,
              extent: extent)
            : .forward(report, pinned, last: model.lastSignal, extent: extent)).marking(layer),
          in: arrangement.forward),
        Placed(
          SignalChart.backward(report, pinned, last: model.lastSignal, extent: extent)
            .marking(layer),
          in: arrangement.backward),
        Placed(LayerValuesPanel(report: report), in: arrangement.values),
        Placed(
          SignalChart.weightGradients(report, pinned, extent: extent).marking(layer),
          in: arrangement.weightGradients))
      content.status = layer.map { LayerText.phrases(report, pinned: pinned, layer: $0) } ?? []
      return content
    })
}

extension PropagationRequest {
  /// Whether another request differs by its seed at most.
  fileprivate func isNear(_ job: Job?) -> Bool {
    (job?.request as? PropagationRequest).map {
      network == $0.network && tensor.initializer == $0.tensor.initializer
    } ?? false
  }
}

extension PropagationError {
  /// What can be done about it, where the sentence does not say so.
  fileprivate var remedy: Phrase? {
    switch self {
    case .noWeights: Phrase("refused.empty")
    case .refused(.needsThreeToFiveDimensions): Phrase("refused.layers")
    case .refused: Phrase("refused.hint")
    case .tooMuchWork, .tooMuchMemory, .failed: nil
    }
  }
}

extension Model {
  /// The signal that the last key has changed.
  fileprivate var lastSignal: LastSignal? {
    guard let ghost, let report: PropagationReport = ghost.finding.report() else { return nil }
    return LastSignal(report: report, isFading: ghost.isFading)
  }

  /// The pinned network's signal, if it is not that of another.
  fileprivate var shownPinnedSignal: PropagationReport? {
    guard let finding = findings[Slot(.signal, .a)], finding.job == work[Slot(.signal, .a)] else {
      return nil
    }
    return signal(.a)
  }
}

/// Where the pictures of the propagation view lie.
struct PropagationArrangement: Equatable {
  /// The verdict in words, a line or two each for signal and gradients.
  let verdict: Region
  /// The signal by layer; on a small screen the gradients too.
  let forward: Region
  /// The gradients by layer, where they have a chart of their own.
  let backward: Region?
  /// The activations' distribution by layer.
  let values: Region?
  /// The gradients of the weights by layer, where there is room.
  let weightGradients: Region?
  /// The theory's equations.
  let formula: Region?

  // For a chart each of signal and gradients, with axes.
  private static let twoCharts = 90

  /// The columns that a verdict's lines have, and how many lines there may be.
  static func verdictRoom(_ layout: Layout) -> Size {
    switch layout.stage {
    case .small where layout.only != nil:
      Size(columns: layout.main.columns, rows: 4)
    case .small:
      Size(columns: layout.main.columns, rows: min(4, max(2, layout.main.rows - 5)))
    case .compact, .medium, .large:
      Size(columns: layout.main.columns, rows: layout.main.rows < 32 ? 4 : 6)
    }
  }

  /// How many of a verdict's lines may say what A does and why.
  static func spareLines(_ layout: Layout) -> Int {
    layout.stage == .small ? max(0, layout.main.rows - 10) : 4
  }

  /// Arranges the pictures in a layout.
  ///
  /// - Parameter lines: those of the verdict, two or more.
  init(_ layout: Layout, lines: Int = 2) {
    switch layout.stage {
    case .small where layout.only != nil:
      // The verdict goes with the theory that explains it.
      let words = layout.formula ?? layout.main.top(0)
      (verdict, formula) = (words.top(1 + lines), words.dropping(2 + lines))
      (values, weightGradients) = (nil, nil)
      guard layout.main.columns >= Self.twoCharts else {
        (forward, backward) = (layout.main, nil)
        return
      }
      (forward, backward) = layout.main.split(after: (layout.main.columns - 2) / 2, gap: 2)
    case .small:
      (backward, values, weightGradients, formula) = (nil, nil, nil, nil)
      let formula = layout.formula ?? layout.main.top(0)
      // The verdict takes the formula's place, and from the chart what it needs besides.
      let rows = max(formula.rows, lines + (formula.rows > 2 ? 1 : 0))
      forward = layout.main.top(layout.main.rows + formula.rows - rows)
      verdict = Region(
        column: formula.column, row: formula.endRow - rows, columns: formula.columns, rows: rows)
    case .compact:
      let row = LowerRow(layout)
      verdict = row.upper.top(1 + lines)
      (forward, backward) = (row.upper.dropping(1 + lines), nil)
      (values, weightGradients, formula) = (row.panel, nil, row.formula)
    case .medium:
      let row = LowerRow(layout)
      verdict = row.upper.top(1 + lines)
      let (left, right) = row.upper.dropping(1 + lines).split(
        after: (row.upper.columns - 2) / 2, gap: 2)
      (forward, backward) = (left, right)
      (values, weightGradients, formula) = (row.panel, nil, row.formula)
    case .large:
      verdict = layout.main.top(1 + lines)
      let rest = layout.main.dropping(1 + lines)
      let (left, right) = rest.top(rest.rows / 2).split(after: (rest.columns - 2) / 2, gap: 2)
      (forward, backward) = (left, right)
      (values, weightGradients) = rest.dropping(rest.rows / 2).split(
        after: (rest.columns - 2) / 2, gap: 2)
      formula = layout.formula
    }
  }
}
