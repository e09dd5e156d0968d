private import Mathematics
internal import MeanField
internal import Networks
internal import Screen
internal import Words

/// What is said of a signal, with as much detail as there is room for.
enum Judgement: Sendable {
  /// A sentence that is always the same.
  case words(Phrase)
  /// What depth does, or has done in the layers that are reached so far.
  case verdict(Verdict, isInterim: Bool)

  /// The sentence.
  func sentence(_ detail: Verdict.Detail) -> Phrase {
    switch self {
    case .words(let words): words
    case .verdict(let verdict, false): verdict.phrase(detail)
    case .verdict(let verdict, true):
      Phrase("verdict.so-far", ["verdict": .phrase(verdict.phrase(detail))])
    }
  }

  /// The factor alone, if there is one.
  var factor: Phrase? {
    if case .verdict(let verdict, _) = self { verdict.factorPhrase } else { nil }
  }

  /// The fullest sentence that takes one line, or else two.
  ///
  /// - Parameters:
  ///   - columns: those of a line.
  ///   - lines: the most there may be.
  ///   - lettering: the glyphs and the language, which decide how long it is.
  func lines(columns: Int, most lines: Int, in lettering: Lettering) -> [String] {
    let times = lettering.shown("×")
    func wrapped(_ detail: Verdict.Detail) -> [String] {
      // A sign stays with its number.
      let bound = lettering.shown(sentence(detail)).replacing("\(times) ", with: "\(times)\u{A0}")
      return bound.wrapped(to: columns, at: [" "]).map { $0.replacing("\u{A0}", with: " ") }
    }
    let details = Verdict.Detail.allCases
    for count in 1...max(1, lines) {
      // What chance or flat units make of it is left out only where two lines do not hold it.
      for lines in details.dropLast().map(wrapped) where lines.count <= count { return lines }
    }
    let bare = wrapped(.bare)
    guard bare.count > lines, let first = bare.first else { return bare }
    let ellipsis = lettering.shown("…")
    return [first.dropLast(ellipsis.count) + ellipsis]
  }
}

/// What becomes of signal and gradients and why, in a line or two each; A's verdict beside or under it.
struct VerdictPanel: Panel {
  private let report: PropagationReport
  /// What is judged, of B and of A.
  let advice: (own: PropagationAdvice, pinned: PropagationAdvice?)
  /// The runs of each line.
  let lines: [[(String, Style)]]

  /// Words the verdict for some room.
  ///
  /// - Parameters:
  ///   - room: the columns of a line, and how many lines there may be.
  ///   - spare: how many of them may go to A and to reasons.
  init(
    _ report: PropagationReport, _ advice: PropagationAdvice, pinned: PropagationAdvice?,
    room: Size, spare: Int, lettering: Lettering
  ) {
    (self.report, self.advice) = (report, (advice, pinned))
    let columns = room.columns - 1
    func lines(_ judgement: Judgement?, most: Int) -> [String] {
      (judgement ?? .words(Phrase("signal.pending")))
        .lines(columns: columns - 1, most: most, in: lettering)
    }
    let signal = lines(advice.signal, most: min(2, room.rows - 1))
    let gradients = lines(advice.gradients, most: min(2, room.rows - signal.count))
    // What room is left goes to A's verdict first, then to the reasons.
    var spare = min(spare, room.rows - signal.count - gradients.count)
    var groups = [
      (signal, advice.signal, pinned?.signal), (gradients, advice.gradients, pinned?.gradients),
    ].map { lines, own, judgement -> [[(String, Style)]] in
      func run(_ line: String, index: Int) -> (String, Style) {
        ((index == 0 ? " " : "   ") + line, Style(.bright, .bold))
      }
      let plain = lines.enumerated().map { index, line in [run(line, index: index)] }
      guard let judgement else { return plain }
      func beside(_ line: String, _ sentences: [Phrase]) -> [[(String, Style)]]? {
        let room = columns - 6 - lettering.columns(of: line) - 1
        return lettering.first(of: sentences, fitting: room).map { sentence in
          [[run(line, index: 0), ("   A: \(sentence)", Style(.pinned))]]
        }
      }
      let sentences = Verdict.Detail.allCases.map(judgement.sentence)
      if lines.count == 1, let group = beside(lines[0], sentences) { return group }
      if spare > 0, let below = lettering.first(of: sentences, fitting: columns - 4) {
        spare -= 1
        return plain + [[(" A: \(below)", Style(.pinned))]]
      }
      // In little room a factor beside a shorter sentence.
      let shorter = Verdict.Detail.allCases.dropFirst().map { own?.sentence($0) }
      return shorter.lazy.compactMap(\.self)
        .compactMap { beside(lettering.words($0), judgement.factor.map { [$0] } ?? []) }
        .first ?? plain
    }
    for (index, reasons) in [advice.reasons.signal, advice.reasons.gradients].enumerated() {
      guard spare > 0, let reason = lettering.first(of: reasons, fitting: columns - 4) else {
        continue
      }
      // Right under what it is the reason of, before a line that is A's.
      let own = groups[index].prefix { $0.first?.1 != Style(.pinned) }.count
      groups[index].insert([("   \(reason)", Style(.dim))], at: own)
      spare -= 1
    }
    self.lines = groups.flatMap(\.self)
  }

  func draw(on canvas: inout Canvas, in region: Region) {
    var row = region.row
    if region.rows > lines.count {
      canvas.heading(Phrase("verdict.title"), remarks, in: region)
      row += 1
    }
    for (index, runs) in lines.enumerated() {
      canvas.put(runs, column: region.column, row: row + index, limit: region.columns)
    }
  }

  /// What network the verdict is about, the fullest first.
  var remarks: [Phrase] {
    let network = report.request.network
    guard report.isComplete else {
      return [
        Phrase(
          "verdict.progress",
          [
            "percent": "\(Int(clamping: report.progress * 100))", "depth": "\(network.depth)",
            "width": "\(network.width)",
          ])
      ]
    }
    let shape = Phrase.Part.text(report.layerText)
    let layers = Phrase("verdict.layers", count: network.depth, ["shape": shape])
    func plain(_ layers: Phrase) -> Phrase {
      Phrase("verdict.plain", ["layers": .phrase(layers)])
    }
    func tensor(_ layers: Phrase) -> Phrase {
      report.otherShapeText.map {
        Phrase("verdict.of-tensor", ["layers": .phrase(layers), "shape": .text($0)])
      } ?? layers
    }
    func whole(_ layers: Phrase) -> Phrase {
      let inputs =
        report.isShortcut
        ? Phrase("inputs.one-without") : Phrase("inputs.batch", ["batch": "\(report.batch)"])
      return Phrase(
        "verdict.whole",
        [
          "layers": .phrase(layers), "activation": "\(network.activation)",
          "inputs": .phrase(inputs),
        ])
    }
    func short(_ layers: Phrase) -> Phrase {
      report.isShortcut ? Phrase("verdict.without", ["layers": .phrase(layers)]) : layers
    }
    return [
      whole(tensor(plain(layers))), whole(tensor(layers)), short(tensor(layers)), tensor(layers),
      short(layers), layers, tensor(Phrase("verdict.plain-only", ["shape": shape])),
    ]
  }
}
