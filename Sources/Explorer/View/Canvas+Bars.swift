internal import Initializers
internal import Scenes
internal import Screen

extension Canvas {
  /// The top bar: the program, the view, the scene in short.
  mutating func drawHeader(_ model: Model, in region: Region) {
    let chrome = Style(.chrome, on: .chrome)
    fill(region, chrome)
    put(
      " initscope", column: region.column, row: region.row,
      Style(.chrome, on: .chrome, .bold))
    let shape = model.scene.shape.extents.map(String.init).joined(separator: "×")
    let state = model.isPlaying ? "▸ playing  " : ""
    let scene =
      "\(state)\(model.scene.initializer.method.rawValue)  \(shape)  seed \(model.scene.seed) "
    // The scene matters more than the name of the only view.
    let isTabShown = columns(of: scene) + 27 <= region.columns
    if isTabShown {
      put(
        " Distribution ", column: region.column + 12, row: region.row,
        Style(.selection, on: .selection))
    }
    let start = max(region.column + 11, region.endColumn - columns(of: scene))
    put(scene, column: start, row: region.row, chrome)
  }

  /// The bottom bar: a prompt, a sentence, or the keys.
  mutating func drawFooter(_ model: Model, in region: Region) {
    fill(region, Style(.chrome, on: .chrome))
    if let entry = model.entry {
      drawEntry(entry, in: region)
    } else {
      drawKeyHints(model, in: region)
      if case .error(let sentence) = model.notice {
        drawSentence(sentence, above: region, Style(.error, .bold))
      }
    }
  }

  private mutating func drawKeyHints(_ model: Model, in region: Region) {
    var hints = [("↑↓", model.pane == .methods ? "method" : "row")]
    if model.pane == .form { hints.append(("←→", "change")) }
    hints += Binding.table.compactMap { binding in
      guard var label = binding.footer else { return nil }
      if binding.action == .type && model.pane == .methods { return nil }
      if binding.action == .switchPane && model.pane == .form { label = "methods" }
      if binding.action == .play && model.isPlaying { label = "stop" }
      // One hint stands for the pair.
      if binding.action == .grow { return ("+−", label) }
      return (binding.keyText.split(separator: " ").first.map(String.init) ?? "", label)
    }
    var column = region.column + 1
    // The last two say how to learn the rest and how to leave: they always have their place.
    let pinned = hints.suffix(2)
    let room = region.endColumn - pinned.reduce(0) { $0 + hintColumns($1) }
    for hint in hints.dropLast(2) where column + hintColumns(hint) <= room {
      column += put(hint, column: column, row: region.row)
    }
    for hint in pinned { column += put(hint, column: column, row: region.row) }
  }

  private func hintColumns(_ hint: (String, String)) -> Int {
    columns(of: hint.0) + columns(of: hint.1) + 3
  }

  private mutating func put(_ hint: (String, String), column: Int, row: Int) -> Int {
    put(
      [
        (hint.0, Style(.key, on: .chrome, .bold)),
        (" \(hint.1)  ", Style(.chrome, on: .chrome)),
      ], column: column, row: row)
  }

  private mutating func drawEntry(_ entry: Entry, in region: Region) {
    let label =
      switch entry.purpose {
      case .scene: " :"
      case .value(let field): " \(field.label) "
      }
    var column = put(label, column: 0, row: region.row, Style(.key, on: .chrome, .bold))
    // A long line scrolls so that the cursor stays in sight.
    let room = region.columns - column - 1
    let hidden = max(0, entry.cursor - room + 1)
    let visible = entry.text.dropFirst(hidden)
    let style =
      entry.isSelected ? Style(.chrome, on: .chrome, .reverse) : Style(.chrome, on: .chrome)
    put(String(visible.prefix(room)), column: column, row: region.row, style)
    column += entry.cursor - hidden
    let under = visible.dropFirst(entry.cursor - hidden).first.map(String.init) ?? " "
    put(under, column: column, row: region.row, Style(.chrome, on: .chrome, .reverse))
    let hint =
      entry.purpose == .scene
      ? "a method and its options, or only options to change the present scene"
      : Field.hint(entry.purpose)
    let sentence = entry.complaint ?? hint
    drawSentence(
      sentence, above: region, entry.complaint == nil ? Style(.dim) : Style(.error, .bold))
  }

  // In as many lines as it takes, the last of them just above a region.
  private mutating func drawSentence(_ sentence: String, above region: Region, _ style: Style) {
    let lines = shown(sentence).wrapped(to: region.columns - 2, at: [" "])
    for (index, line) in lines.enumerated() {
      let row = region.row - lines.count + index
      fill(Region(column: 0, row: row, columns: region.columns, rows: 1), .text)
      put(line, column: 1, row: row, style)
    }
  }
}

extension Field {
  /// What may be typed for the value being typed.
  fileprivate static func hint(_ purpose: Entry.Purpose) -> String {
    guard case .value(let field) = purpose else { return "" }
    return switch field {
    case .shape: "whole numbers, [out, in, kernel…]: 256,128 or 64x3x7x7"
    case .seed: "a whole number, as torch.manual_seed takes it"
    case .parameter(.gain): "a number, sqrt(2), or a nonlinearity: tanh, leaky_relu:0.2"
    case .parameter(.mode): "fan_in or fan_out"
    case .parameter(.nonlinearity):
      Nonlinearity.allCases.map(\.rawValue).filter { !$0.hasPrefix("conv") }
        .joined(separator: " ") + " conv…"
    case .parameter: "a number or an expression: 0.02, sqrt(5), -1/sqrt(2)"
    case .fanIn: "a whole number; it sets shape[1]"
    case .fanOut: "a whole number; it sets shape[0]"
    }
  }
}
