private import Clamping
internal import Initializers
internal import MeanField
internal import Networks
internal import Scenes
internal import Screen

extension Canvas {
  /// The propagation view: the signal's size by layer, forward and backward, and what it means.
  mutating func drawPropagation(_ model: Model, layout: Layout) {
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
    let verdict = verdictLines(
      advice, pinned.map(PropagationAdvice.init),
      in: PropagationArrangement.verdictRoom(layout))
    let arrangement = PropagationArrangement(layout, lines: verdict.count)
    drawVerdict(report, verdict, in: arrangement.verdict)
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

  /// What becomes of signal and gradients, in a line or two each; A's beside it where a line has room.
  private func verdictLines(
    _ advice: PropagationAdvice, _ other: PropagationAdvice?, in room: Size
  ) -> [[(String, Style)]] {
    let columns = room.columns - 1
    func lines(_ judgement: Judgement?, most: Int) -> [String] {
      (judgement ?? .words("…")).lines(columns: columns - 1, most: most, shown: shown)
    }
    let signal = lines(advice.signal, most: min(2, room.rows - 1))
    let gradients = lines(advice.gradients, most: min(2, room.rows - signal.count))
    return [(signal, other?.signal), (gradients, other?.gradients)].flatMap { lines, judgement in
      lines.enumerated().map { index, line in
        var runs = [((index == 0 ? " " : "   ") + line, Style(.bright, .bold))]
        if lines.count == 1, let judgement {
          let used = self.columns(of: line) + 1
          let beside = Verdict.Detail.allCases.map { "   A: \(judgement.sentence($0))" }
            .first { used + self.columns(of: $0) <= columns }
          if let beside { runs.append((beside, Style(.pinned))) }
        }
        return runs
      }
    }
  }

  private mutating func drawVerdict(
    _ report: PropagationReport, _ lines: [[(String, Style)]], in region: Region
  ) {
    var row = region.row
    if region.rows > lines.count {
      heading("Verdict", verdictRemarks(report), in: region)
      row += 1
    }
    for (index, runs) in lines.enumerated() {
      put(runs, column: region.column, row: row + index, limit: region.columns)
    }
  }

  /// What network the verdict is about, the fullest first.
  private func verdictRemarks(_ report: PropagationReport) -> [String] {
    let network = report.request.network
    guard report.isFinished else {
      let size = "\(network.depth) layers of \(network.width)"
      return ["\(Int(clamping: report.progress * 100)) % of \(size)"]
    }
    let layers =
      "\(network.depth) plain \(network.depth == 1 ? "layer" : "layers") \(report.layerText)"
    let tensor = report.otherShapeText.map { ", tensor \($0)" } ?? ""
    let plain = ", no residual, no normalization"
    let kind = report.isShortcut ? "one input, without matrices" : "batch \(report.batch)"
    let short = report.isShortcut ? ", without matrices" : ""
    return [
      "\(layers)\(plain)\(tensor), \(network.activation), \(kind)",
      "\(layers)\(tensor), \(network.activation), \(kind)", "\(layers)\(tensor)\(short)",
      "\(layers)\(tensor)", "\(layers)\(short)", layers, "plain \(report.layerText)\(tensor)",
    ]
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
