internal import Initializers
internal import Scenes
internal import Screen
internal import Words

/// The top bar: the program, the views, the scene in short.
struct HeaderBar: Panel {
  let method: String
  let seed: Phrase
  let subject: String
  /// What is not the method's default: "gain 1.667".
  private let arguments: [String]
  private let isPlaying: Bool
  private let isCompared: Bool
  private let isPresenting: Bool
  /// The key that brings a lecture back that has been taken over, and where it stands.
  private let wayBack: String?
  let tabs: [(entry: ViewEntry, isChosen: Bool)]

  init(_ model: Model) {
    method = model.scene.tensor.shortName
    seed = model.scene.tensor.origin
    let call = model.scene.initializer
    // A layer's are its framework's.
    arguments =
      model.scene.tensor.layer == nil
      ? call.changedParameters.map { "\($0.rawValue) \(call[$0])" } : []
    subject = model.viewEntry.subject(model.scene)
    isPlaying = model.isPlaying
    isCompared = model.scene.pinned != nil
    isPresenting = model.isPresenting
    wayBack = model.lecturing.flatMap { $0.isTakenOver ? "PgDn \($0.progress)" : nil }
    tabs = ViewEntry.all.map { ($0, $0.view == model.scene.view) }
  }

  func draw(on canvas: inout Canvas, in region: Region) {
    let seed = canvas.words(seed)
    if isPresenting {
      let name = ([isCompared ? "B" : nil, method] + arguments).compactMap(\.self)
        .joined(separator: " ")
      let end = wayBack.map { $0.count + 2 } ?? 0
      canvas.put(
        [(" \(name)", Style(.title, .bold)), ("  \(subject)  \(seed)", Style(.dim))],
        column: region.column, row: region.row, limit: region.columns - end)
      if let wayBack {
        canvas.put(wayBack, endColumn: region.endColumn - 1, row: region.row, Style(.key, .bold))
      }
      return
    }
    let chrome = Style(.chrome, on: .chrome)
    canvas.fill(region, chrome)
    canvas.put(
      " \(wayBack ?? "initscope")", column: region.column, row: region.row,
      Style(wayBack == nil ? .chrome : .key, on: .chrome, .bold))
    let playing = canvas.words(Phrase("header.playing"))
    let states = isPlaying ? ["\(playing)  ", "\(playing.prefix(1)) "] : [""]
    let least = (tabTexts(canvas).last ?? []).reduce(0) { $0 + canvas.columns(of: $1) }
    let tail = "\(isCompared ? "B " : "")\(method)"
    let scenes =
      states.map { "\($0)\(tail)  \(subject)  \(seed) " }
      + [
        "\(states[states.count - 1])\(tail)  \(seed) ", "\(states[states.count - 1])\(tail) ",
        // Of a file's tensor the name's end.
        "\(canvas.ending(of: tail, columns: region.columns - 13 - least)) ",
      ]
    // The scene matters more than the names of the views, but every view keeps its number.
    let room = region.columns - 12
    for scene in scenes {
      for tabs in tabTexts(canvas)
      where canvas.columns(of: scene) + tabs.reduce(0, { $0 + canvas.columns(of: $1) }) <= room {
        draw(tabs, on: &canvas, in: region)
        canvas.put(scene, endColumn: region.endColumn, row: region.row, chrome)
        return
      }
    }
  }

  // All with their titles, the present one alone, none.
  private func tabTexts(_ canvas: Canvas) -> [[String]] {
    let keys = tabs.map { " \($0.entry.key) " }
    let titles = tabs.map { " \($0.entry.key) \(canvas.words($0.entry.title)) " }
    // The chosen one alone keeps the blanks on both sides.
    let close = tabs.indices.map { tabs[$0].isChosen ? titles[$0] : String(titles[$0].dropLast()) }
    return [titles, close, tabs.indices.map { tabs[$0].isChosen ? titles[$0] : keys[$0] }, keys]
  }

  private func draw(_ texts: [String], on canvas: inout Canvas, in region: Region) {
    var column = region.column + 11
    for (tab, text) in zip(tabs, texts) {
      canvas.point(
        Region(column: column, row: region.row, columns: canvas.columns(of: text), rows: 1),
        to: .view(tab.entry.view))
      column += canvas.put(
        text, column: column, row: region.row,
        tab.isChosen ? Style(.selection, on: .selection) : Style(.chrome, on: .chrome))
    }
  }
}

/// The bottom bar: a prompt, what the view has to say, or the keys, and a sentence above it.
struct FooterBar {
  private let entry: Entry?
  private let notice: Notice?
  private let isPresenting: Bool
  /// What the view says in place of the keys, the fullest first.
  private let status: [Phrase]
  /// What the arrows move the crosshair by.
  private let place: Phrase
  /// A letter that is awaited: its key and what it does, and what is marked.
  private let awaited: (sign: String, label: Phrase, marks: Phrase)?
  private let hints: [(sign: String, label: Phrase)]
  /// Whether something lies over the view.
  private let isOverlaid: Bool

  init(_ model: Model, status: [Phrase], popup: Popup?) {
    (entry, notice, self.status) = (model.entry, model.notice, popup == nil ? status : [])
    isPresenting = model.isPresenting
    place = model.scene.view == .propagation ? Phrase("footer.layer") : Phrase("footer.bin")
    awaited = model.markPrompt
    isOverlaid = popup != nil
    if let popup {
      hints = model.hints(over: popup)
      return
    }
    let isMethod = model.pane == .methods
    var hints = [
      (
        "↑↓",
        isMethod
          ? model.viewEntry.listItem
          : Phrase("footer.row")
      )
    ]
    if model.pane == .form { hints.append(("←→", Phrase("footer.change"))) }
    self.hints = hints + Binding.table.compactMap { $0.hint(model) }
  }

  func draw(on canvas: inout Canvas, in region: Region) {
    if isPresenting, entry == nil, status.isEmpty, !isOverlaid {
      draw(
        notice, above: Region(column: 0, row: region.endRow, columns: region.columns, rows: 0),
        on: &canvas)
      return
    }
    canvas.fill(region, Style(.chrome, on: .chrome))
    if let entry {
      draw(entry, on: &canvas, in: region)
      return
    }
    if let awaited {
      _ = put((awaited.sign, awaited.label), on: &canvas, column: 1, row: region.row)
      if !awaited.marks.isEmpty { draw(awaited.marks, above: region, .text, on: &canvas) }
      return
    }
    if status.isEmpty {
      drawHints(on: &canvas, in: region)
    } else {
      drawStatus(on: &canvas, in: region)
    }
    draw(notice, above: region, on: &canvas)
  }

  private func draw(_ notice: Notice?, above region: Region, on canvas: inout Canvas) {
    switch notice {
    case .error(let sentence):
      draw(sentence, above: region, Style(.error, .bold), on: &canvas)
    case .remark(let sentence): draw(sentence, above: region, .text, on: &canvas)
    case nil: break
    }
  }

  private func drawStatus(on canvas: inout Canvas, in region: Region) {
    // A blank on either side.
    let text = canvas.fitting(status, region.columns - 2)
    canvas.put(" \(text)", column: region.column, row: region.row, Style(.bright, on: .chrome))
    // How to leave before how to move, where there is not room for both.
    let hints = [("←→", place), ("c", Phrase("footer.back"))]
    for first in hints.indices {
      let hints = hints[first...]
      var column = region.endColumn - hints.reduce(0) { $0 + columns(of: $1, on: canvas) }
      guard canvas.columns(of: text) + 3 <= column else { continue }
      for hint in hints { column += put(hint, on: &canvas, column: column, row: region.row) }
      return
    }
  }

  private func drawHints(on canvas: inout Canvas, in region: Region) {
    var column = region.column + 1
    // The last two say how to learn the rest and how to leave: they always have their place.
    let pinned = hints.suffix(2)
    let room = region.endColumn - pinned.reduce(0) { $0 + columns(of: $1, on: canvas) }
    for hint in hints.dropLast(2) where column + columns(of: hint, on: canvas) <= room {
      column += put(hint, on: &canvas, column: column, row: region.row)
    }
    for hint in pinned { column += put(hint, on: &canvas, column: column, row: region.row) }
  }

  private func columns(of hint: (sign: String, label: Phrase), on canvas: Canvas) -> Int {
    canvas.columns(of: hint.sign) + canvas.columns(of: canvas.words(hint.label)) + 3
  }

  private func put(
    _ hint: (sign: String, label: Phrase), on canvas: inout Canvas, column: Int, row: Int
  ) -> Int {
    canvas.put(
      [
        (hint.sign, Style(.key, on: .chrome, .bold)),
        (" \(canvas.words(hint.label))  ", Style(.chrome, on: .chrome)),
      ], column: column, row: row)
  }

  private func draw(_ entry: Entry, on canvas: inout Canvas, in region: Region) {
    let label: String
    let hint: Phrase
    switch entry.purpose {
    case .scene: (label, hint) = (" :", Phrase("field.hint.scene"))
    case .value(let field): (label, hint) = (" \(field.label) ", field.hint)
    case .save, .replace:
      (label, hint) = (
        " \(canvas.words(Phrase("save.prompt"))) ",
        Phrase("save.hint", ["endings": SaveFormat.endings])
      )
    case .find: (label, hint) = (" /", Phrase("tensors.find.hint"))
    }
    var column = canvas.put(label, column: 0, row: region.row, Style(.key, on: .chrome, .bold))
    // A long line scrolls so that the cursor stays in sight.
    let room = region.columns - column - 1
    let next = entry.tail.first.map { canvas.shown(String($0)) } ?? " "
    // A mark on its own takes no column, but the cursor does.
    let under = TextWidth.columns(of: next) > 0 ? next : " "
    var (start, left) = (entry.head.endIndex, room - TextWidth.columns(of: under))
    while start > entry.head.startIndex {
      let previous = entry.head.index(before: start)
      left -= canvas.columns(of: String(entry.head[previous]))
      if left < 0 { break }
      start = previous
    }
    let style =
      entry.isSelected ? Style(.chrome, on: .chrome, .reverse) : Style(.chrome, on: .chrome)
    column += canvas.put(
      String(entry.head[start...]), column: column, row: region.row, style,
      limit: max(0, room - TextWidth.columns(of: under)))
    // Apart, for a twin in ASCII depends on what stands beside it.
    let cursor = canvas.put(
      under, column: column, row: region.row, Style(.chrome, on: .chrome, .reverse))
    canvas.put(
      String(entry.tail.dropFirst()), column: column + cursor, row: region.row, style,
      limit: region.endColumn - column - cursor - 1)
    if let completion = entry.completion, entry.complaint == nil {
      draw(completion, above: region, on: &canvas)
      return
    }
    draw(
      entry.complaint ?? hint, above: region,
      entry.complaint == nil ? Style(.dim) : Style(.error, .bold), on: &canvas)
  }

  // In one line, from as far back as the chosen one needs to be in sight.
  private func draw(_ completion: EntryCompletion, above region: Region, on canvas: inout Canvas) {
    let row = region.row - 1
    let room = region.columns - 2
    let widths = completion.candidates.map { canvas.columns(of: $0) + 2 }
    let chosen = completion.chosen ?? 0
    var first = 0
    while first < chosen, widths[first...chosen].reduce(0, +) > room { first += 1 }
    canvas.fill(Region(column: 0, row: row, columns: region.columns, rows: 1), .text)
    var column = 1
    for index in completion.candidates.indices.dropFirst(first) {
      guard column + widths[index] <= region.endColumn else { break }
      canvas.put(
        completion.candidates[index], column: column, row: row,
        index == completion.chosen ? Style(.selection, on: .selection, .bold) : .text)
      column += widths[index]
    }
    if completion.chosen == nil || chosen < completion.candidates.count - 1,
      widths[first...].reduce(0, +) > room
    {
      canvas.put("…", endColumn: region.endColumn - 1, row: row, Style(.dim))
    }
  }

  // In as many lines as it takes, the last of them just above a region.
  private func draw(
    _ sentence: Phrase, above region: Region, _ style: Style, on canvas: inout Canvas
  ) {
    let lines = canvas.shown(sentence).wrapped(to: region.columns - 2, at: [" "])
    for (index, line) in lines.enumerated() {
      let row = region.row - lines.count + index
      canvas.fill(Region(column: 0, row: row, columns: region.columns, rows: 1), .text)
      canvas.put(line, column: 1, row: row, style)
    }
  }
}
