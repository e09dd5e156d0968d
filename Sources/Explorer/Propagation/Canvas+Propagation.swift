private import Clamping
internal import Initializers
internal import MeanField
internal import Propagation
internal import Scenes
internal import Screen

extension Canvas {
  /// The propagation view: the signal's size by layer, forward and backward, and what it means.
  mutating func drawPropagation(_ model: Model, layout: Layout) {
    let arrangement = PropagationArrangement(layout)
    guard let outcome = model.propagation, outcome.request.isNear(model.work.propagation) else {
      heading("Signal through depth", "sending…", in: layout.main)
      return
    }
    let report: PropagationReport
    switch outcome {
    case .refused(_, let error):
      return drawNoSignal(error, in: layout.main)
    case .report(let found): report = found
    }
    let pinned = model.shownPinnedReport
    let advice = PropagationAdvice(report)
    drawVerdict(
      report, advice, pinned.map(PropagationAdvice.init), in: arrangement.verdict)
    if let backward = arrangement.backward {
      drawForward(report, pinned, in: arrangement.forward)
      drawBackward(report, pinned, in: backward)
    } else {
      drawBoth(report, pinned, in: arrangement.forward)
    }
    if let values = arrangement.values { drawValues(report, model, in: values) }
    if let region = arrangement.weightGradients { drawWeightGradients(report, pinned, in: region) }
    if let formula = arrangement.formula {
      drawEquations(
        "Theory", advice.title, advice.formulas, notes: advice.notes, in: formula)
    }
    drawSignalNumbers(report, pinned, model, in: layout.numbers, isWide: layout.stage == .small)
  }

  private mutating func drawNoSignal(_ error: PropagationError, in region: Region) {
    heading("Refused", in: region)
    let sentence = error.description
    for (index, line) in sentence.wrapped(to: region.columns - 4, at: [" "]).enumerated() {
      put(
        line, column: region.column + 2, row: region.row + 2 + index, Style(.error, .bold))
    }
  }

  private mutating func drawVerdict(
    _ report: PropagationReport, _ advice: PropagationAdvice, _ other: PropagationAdvice?,
    in region: Region
  ) {
    let network = report.request.network
    let kind = report.isShortcut ? "one input, without matrices" : "batch \(report.batch)"
    let size = "\(network.depth) layers of \(network.width)"
    var row = region.row
    if region.rows > 2 {
      if !report.isFinished {
        heading("Verdict", "\(Int(clamping: report.progress * 100)) % of \(size)", in: region)
      } else {
        heading(
          "Verdict", "\(size), \(network.activation), \(kind)",
          "\(size), \(report.isShortcut ? "without matrices" : "\(network.activation)")",
          in: region)
      }
      row += 1
    }
    for (index, sentence) in [advice.signal, advice.gradients].enumerated() {
      let text = (sentence ?? "…").shortened { columns(of: $0) < region.columns }
      var runs = [(" \(text)", Style(.bright, .bold))]
      if let other, let text = index == 0 ? other.signal : other.gradients {
        let used = runs.reduce(0) { $0 + columns(of: $1.0) }
        let beside = "   A: \(text)"
        if used + columns(of: beside) <= region.columns {
          runs.append((beside, Style(.pinned)))
        }
      }
      put(runs, column: region.column, row: row + index, limit: region.columns)
    }
  }
}

extension String {
  /// A verdict as it is if it fits, else with its total in parentheses, else without.
  fileprivate func shortened(toFit fits: (String) -> Bool) -> String {
    if fits(self) { return self }
    let parts = split(separator: ": ", maxSplits: 1).map(String.init)
    guard parts.count == 2, let rate = parts.first, let total = parts.last else { return self }
    let short =
      rate + " ("
      + total.split(separator: " after ").prefix(1).joined().filter { $0 != " " } + ")"
    return fits(short) ? short : rate
  }
}

extension PropagationRequest {
  /// Whether another request differs by its seed at most.
  func isNear(_ other: PropagationRequest?) -> Bool {
    other.map { network == $0.network && tensor.initializer == $0.tensor.initializer } ?? false
  }
}

extension Model {
  /// The pinned network's signal, if it is not that of another.
  var shownPinnedReport: PropagationReport? {
    guard let request = work.pinnedPropagation, case .report(let report) = pinnedPropagation,
      report.request == request
    else { return nil }
    return report
  }
}
