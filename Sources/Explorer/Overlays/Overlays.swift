internal import Initializers
internal import MeanField
internal import Networks
internal import Scenes
internal import Screen
internal import Words

extension Model {
  /// What lies over the view, between header and footer.
  var overlayPanel: (any Panel)? {
    switch overlay {
    case .keys: KeysOverlay()
    case .copy: CopyOverlay(scene, isOnClipboard: clipboard != nil)
    case .glossary(let page): GlossaryOverlay(self, page: page)
    case .gains: GainsOverlay(activation: scene.resolvedNetwork?.activation)
    case nil: nil
    }
  }

  /// Where it lies; nil on a screen that is too small.
  var overlaySpace: Region? {
    layout.map { layout in
      Region(
        column: 0, row: layout.header.endRow, columns: layout.header.columns,
        rows: layout.footer.row - layout.header.endRow)
    }
  }

  /// Goes by pages in what lies over the view.
  ///
  /// - Returns: whether it has pages and the key is for them.
  mutating func turnPage(_ key: Key) -> Bool {
    guard case .glossary(let page) = overlay else { return false }
    let count = GlossaryOverlay.pageCount(self)
    switch key {
    case .down, .pageDown, .character("j"), .character(" "):
      overlay = .glossary(max(0, min(page + 1, count - 1)))
    case .up, .pageUp, .character("k"): overlay = .glossary(max(page - 1, 0))
    default: return false
    }
    return true
  }
}

/// The table of keys, in one column or two.
struct KeysOverlay: Panel {
  func draw(on canvas: inout Canvas, in space: Region) {
    let bindings = Binding.table
    let isDouble = bindings.count + 3 > space.rows
    let perColumn = isDouble ? (bindings.count + 1) / 2 : bindings.count
    let keyColumns = 8
    let helpColumns = isDouble ? (space.columns - 4) / 2 - keyColumns : 30
    let columns = min(space.columns, (isDouble ? 2 : 1) * (keyColumns + helpColumns) + 4)
    let region = Region(
      column: (space.columns - columns) / 2,
      row: max(1, (space.rows - perColumn - 2) / 2 + 1), columns: columns,
      // On the smallest screen the frame ends over the footer.
      rows: min(space.rows + 1, perColumn + 2))
    canvas.drawBox(Phrase("keys.title"), in: region)
    canvas.put(
      " \(canvas.words(Phrase("glossary.hint"))) ", endColumn: region.endColumn - 2,
      row: region.endRow - 1, Style(.dim))
    for (index, binding) in bindings.enumerated() {
      let column = region.column + 2 + index / perColumn * (keyColumns + helpColumns)
      let row = region.row + 1 + index % perColumn
      canvas.put(binding.keyText, column: column, row: row, Style(.key, .bold), limit: keyColumns)
      canvas.put(binding.help, column: column + keyColumns, row: row, .text, limit: helpColumns - 1)
    }
  }
}

/// The scene's line and its PyTorch code with nothing beside them, so that they can be selected.
struct CopyOverlay: Panel {
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

  func draw(on canvas: inout Canvas, in region: Region) {
    canvas.fill(region, .text)
    canvas.heading(Phrase("copy.title"), [Phrase("overlay.close")], in: region)
    var row = region.row + 2
    canvas.put(Phrase("copy.command"), column: 0, row: row, Style(.dim))
    row += 1
    // Rows of one command, also for a shell that they are pasted into.
    let whole = command.wrapped(to: region.columns, at: [" "])
    let lines = whole.count > 1 ? command.wrapped(to: region.columns - 2, at: [" "]) : whole
    for (index, line) in lines.enumerated() {
      let line = index < lines.count - 1 ? line + " \\" : line
      canvas.put(line, column: 0, row: row, Style(.bright, .bold))
      row += 1
    }
    row += 1
    canvas.put(framework, column: 0, row: row, Style(.dim))
    for line in code {
      for part in line.wrapped(to: region.columns, at: [" "]) {
        row += 1
        canvas.put(part, column: 0, row: row, Style(.code))
      }
    }
    if isOnClipboard {
      canvas.putLines(
        Phrase("copy.clipboard"), in: region.dropping(row + 2 - region.row), Style(.dim))
    }
  }
}

/// The gains of every activation beside PyTorch's, with what each keeps, and what becomes of deep
/// layers of the present one with its gains.
struct GainsOverlay: Panel {
  /// The present network's activation.
  let activation: Activation?

  func draw(on canvas: inout Canvas, in space: Region) {
    let all = Activation.allCases
    let legend = legend
    let columns = min(space.columns, 64)
    let rows = min(space.rows, all.count + legend.count + 3)
    let region = Region(
      column: (space.columns - columns) / 2, row: max(1, (space.endRow - rows) / 2),
      columns: columns, rows: rows)
    canvas.drawBox(Phrase("gains.title"), in: region)
    let ends = [24, 35, 46, 57].map { region.column + min($0, columns - 2) }
    let titles = [
      Phrase("gains.forward"), Phrase("gains.backward"), .verbatim("std"), .verbatim("PyTorch"),
    ]
    for (title, end) in zip(titles, ends) {
      canvas.put(canvas.words(title), endColumn: end, row: region.row + 1, Style(.dim))
    }
    for (index, activation) in all.enumerated() {
      let row = region.row + 2 + index
      guard row < region.endRow - 1 else { return }
      let gains = Gains(activation)
      canvas.put(
        activation.name, column: region.column + 2, row: row,
        activation.name == self.activation?.name ? Style(.bright, .bold) : .text)
      let values = [gains.forward, gains.backward, gains.standardDeviation]
      for (value, end) in zip(values, ends) {
        canvas.put(Numeral.typeset(value, digits: 5), endColumn: end, row: row, Style(.law))
      }
      if gains.stability == .unstable {
        canvas.put("!", column: ends[0] + 1, row: row, Style(.alert, .bold))
      }
      canvas.put(
        activation.pyTorchGain.map { Numeral.typeset($0, digits: 5) }
          ?? canvas.words(Phrase("gains.none")),
        endColumn: ends[3], row: row, .text)
    }
    for (index, line) in legend.enumerated() {
      let row = region.row + 2 + all.count + index
      guard row < region.endRow - 1 else { return }
      canvas.put(line, column: region.column + 2, row: row, Style(.dim), limit: columns - 4)
    }
  }

  private var legend: [Phrase] {
    let legend = [
      Phrase("gains.legend.forward"), Phrase("gains.legend.backward"),
      Phrase("gains.legend.std"), Phrase("gains.legend.unstable"),
    ]
    guard let activation else { return legend }
    let gains = Gains(activation)
    func use(_ kind: GainKind) -> Phrase.Part { .phrase(gains.use(kind).shortPhrase) }
    return legend + [
      Phrase("gains.as", ["activation": .text(activation.name)]),
      Phrase("gains.use.forward", ["use": use(.forward)]),
      Phrase("gains.use.backward", ["use": use(.backward)]),
      Phrase("gains.use.std", ["use": use(.standardDeviation)]),
    ]
  }
}

extension Canvas {
  /// An empty box over whatever lies there.
  mutating func drawBox(_ title: Phrase, in region: Region) {
    fill(region, .text)
    let line = String(repeating: "─", count: max(0, region.columns - 2))
    put("┌\(line)┐", column: region.column, row: region.row, Style(.dim))
    put("└\(line)┘", column: region.column, row: region.endRow - 1, Style(.dim))
    for row in region.row + 1..<max(region.row + 1, region.endRow - 1) {
      put("│", column: region.column, row: row, Style(.dim))
      put("│", column: region.endColumn - 1, row: row, Style(.dim))
    }
    put(" \(words(title)) ", column: region.column + 2, row: region.row, Style(.title, .bold))
    put(
      " \(words(Phrase("overlay.close"))) ", endColumn: region.endColumn - 2, row: region.row,
      Style(.dim))
  }
}
