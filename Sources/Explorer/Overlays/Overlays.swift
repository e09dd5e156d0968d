internal import Initializers
internal import MeanField
internal import Networks
internal import Scenes
internal import Screen
internal import Words

/// The table of keys, in one column or two.
struct KeysOverlay: PopupContent {
  let title = Phrase("keys.title")
  let hint: Phrase? = Phrase("glossary.hint")

  /// The keys, and what they do.
  let bindings: [(keyText: String, help: Phrase)]

  /// The keys of the explorer; of a lecture, which has its own, while one is given; and of the way back to it.
  init(_ model: Model) {
    let own = Binding.table.map { (keyText: $0.keyText, help: $0.help) }
    if model.isLecturing {
      bindings = LectureKey.help
    } else if let lecturing = model.lecturing {
      let back = Phrase("key.far.lecture", ["place": .text(lecturing.progress)])
      bindings = [("PgDn", back)] + own
    } else {
      bindings = own
    }
  }

  func pages(in room: Size, _ lettering: Lettering) -> (columns: Int, pages: [[PopupLine]]) {
    let keyColumns = 1 + bindings.reduce(0) { max($0, lettering.columns(of: $1.keyText)) }
    let width =
      keyColumns + bindings.reduce(0) { max($0, lettering.columns(of: lettering.words($1.help))) }
    // Beside each other only where neither is written over.
    let columnCount = bindings.count > room.rows && 2 * width < room.columns ? 2 : 1
    let columns = columnCount == 1 ? max(38, width) : min(room.columns, 76)
    let perPage = columnCount * room.rows
    let pages = stride(from: 0, to: bindings.count, by: perPage).map { start in
      let page = bindings[start..<min(bindings.count, start + perPage)]
      let rows = (page.count + columnCount - 1) / columnCount
      return (0..<rows).map { row in
        stride(from: page.startIndex + row, to: page.endIndex, by: rows).enumerated().reduce(
          PopupLine()
        ) { line, place in
          let (column, binding) = (place.offset * columns / columnCount, bindings[place.element])
          return line.adding(binding.keyText, at: column, Style(.key, .bold))
            .adding(
              lettering.words(binding.help), at: column + keyColumns, .text)
        }
      }
    }
    return (columns, pages)
  }
}

/// The scene's line and its PyTorch code with nothing beside them, so that they can be selected.
struct CopyOverlay: PopupContent {
  let title = Phrase("copy.title")
  let isFramed = false
  private let command: String
  private let framework: String
  private let code: [String]
  private let isOnClipboard: Bool

  /// What is put on the clipboard: Python that says in a comment where it comes from.
  var text: String { (["# \(command)"] + code).joined(separator: "\n") + "\n" }

  init(_ scene: Scene, isOnClipboard: Bool) {
    self.isOnClipboard = isOnClipboard
    (command, code) = ("initscope \(scene.line)", scene.tensor.python)
    framework = "\(scene.tensor.framework.title) \(scene.tensor.framework.version)"
  }

  func pages(in room: Size, _ lettering: Lettering) -> (columns: Int, pages: [[PopupLine]]) {
    func lines(_ text: String, _ style: Style) -> [PopupLine] {
      lettering.shown(text).wrapped(to: room.columns, at: [" "]).map {
        PopupLine().adding($0, at: 0, style)
      }
    }
    let (bright, dim) = (Style(.bright, .bold), Style(.dim))
    // Rows of one command, also for a shell that they are pasted into.
    let shown = lettering.shown(command)
    var rows = shown.wrapped(to: room.columns, at: [" "])
    if rows.count > 1 { rows = shown.wrapped(to: room.columns - 2, at: [" "]) }
    for index in rows.indices.dropLast() { rows[index] += " \\" }
    var all = lines(lettering.words(Phrase("copy.command")), dim)
    all += rows.map { PopupLine().adding($0, at: 0, bright) }
    all += [PopupLine()] + lines(framework, dim) + code.flatMap { lines($0, Style(.code)) }
    if isOnClipboard {
      all += [PopupLine()] + lines(lettering.words(Phrase("copy.clipboard")), dim)
    }
    return (room.columns, PopupLine.pages(of: all.map { [$0] }, rows: room.rows))
  }
}

/// The gains of every activation beside PyTorch's, with what each keeps, and what becomes of deep
/// layers of the present one with its gains.
struct GainsOverlay: PopupContent {
  let title = Phrase("gains.title")
  /// The present network's activation.
  let activation: Activation?

  private static let ends = [22, 33, 44, 55]

  func pages(in room: Size, _ lettering: Lettering) -> (columns: Int, pages: [[PopupLine]]) {
    let columns = min(room.columns, 60)
    let (forward, backward) = (Phrase("gains.forward"), Phrase("gains.backward"))
    let titles = zip(
      [lettering.words(forward), lettering.words(backward), "std", "PyTorch"], Self.ends
    ).reduce(PopupLine()) { $0.adding($1.0, endingAt: $1.1, Style(.dim)) }
    let table = Activation.allCases.map { line($0, lettering) }
    let legends = [legend, uses].map { phrases in
      phrases.flatMap { phrase in
        let text = lettering.shown(phrase).wrapped(to: columns, at: [" "], indent: Self.indent)
        return text.map { PopupLine().adding($0, at: 0, Style(.dim)) }
      }
    }
    return (columns, PopupLine.pages(of: [[titles] + table] + legends, rows: room.rows))
  }

  // Under the words of a legend's line, beside the gain's name.
  private static let indent = 9

  private func line(_ activation: Activation, _ lettering: Lettering) -> PopupLine {
    let (gains, ends) = (Gains(activation), Self.ends)
    let isPresent = activation.name == self.activation?.name
    var line = PopupLine().adding(
      activation.name, at: 0, isPresent ? Style(.bright, .bold) : .text)
    let values = [gains.forward, gains.backward, gains.standardDeviation]
    for (value, end) in zip(values, ends) {
      line = line.adding(Numeral.typeset(value, digits: 5), endingAt: end, Style(.law))
    }
    if gains.stability == .unstable {
      line = line.adding("!", at: ends[0] + 1, Style(.alert, .bold))
    }
    let own = activation.pyTorchGain.map { Numeral.typeset($0, digits: 5) }
    return line.adding(
      own ?? lettering.words(Phrase("gains.none")), endingAt: ends[3], .text)
  }

  private var legend: [Phrase] {
    [
      Phrase("gains.legend.forward"), Phrase("gains.legend.backward"),
      Phrase("gains.legend.std"), Phrase("gains.legend.unstable"),
    ]
  }

  private var uses: [Phrase] {
    guard let activation else { return [] }
    let gains = Gains(activation)
    func use(_ kind: GainKind) -> Phrase.Part { .phrase(gains.use(kind).shortPhrase) }
    return [
      Phrase("gains.as", ["activation": .text(activation.name)]),
      Phrase("gains.use.forward", ["use": use(.forward)]),
      Phrase("gains.use.backward", ["use": use(.backward)]),
      Phrase("gains.use.std", ["use": use(.standardDeviation)]),
    ]
  }
}
