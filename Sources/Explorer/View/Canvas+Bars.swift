internal import Initializers
internal import MeanField
internal import Networks
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
    let shape =
      model.scene.view == .propagation ? model.networkText : model.scene.shape.typeset
    let state = model.isPlaying ? "▸ playing  " : ""
    let method = model.scene.initializer.name
    let name = model.scene.pinned == nil ? "" : "B "
    let scene = "\(state)\(name)\(method)  \(shape)  seed \(model.scene.seed) "
    // The scene matters more than the names of the views.
    drawTabs(model, from: region.column + 12, upTo: region.endColumn - columns(of: scene) - 1)
    let start = max(region.column + 11, region.endColumn - columns(of: scene))
    put(scene, column: start, row: region.row, chrome)
  }

  private mutating func drawTabs(_ model: Model, from start: Int, upTo end: Int) {
    let tabs = Scenes.View.allCases.map { view in
      (text: " \(view.key) \(view.title) ", isChosen: view == model.scene.view)
    }
    let isEveryTabShown = start + tabs.reduce(0) { $0 + columns(of: $1.text) } <= end
    var column = start
    for tab in tabs where tab.isChosen || isEveryTabShown {
      guard column + columns(of: tab.text) <= end else { return }
      column += put(
        tab.text, column: column, row: 0,
        tab.isChosen ? Style(.selection, on: .selection) : Style(.chrome, on: .chrome))
    }
  }

  /// The bottom bar: a prompt, a sentence, or the keys.
  mutating func drawFooter(_ model: Model, in region: Region) {
    fill(region, Style(.chrome, on: .chrome))
    if let entry = model.entry {
      drawEntry(entry, in: region)
    } else {
      drawKeyHints(model, in: region)
      switch model.notice {
      case .error(let sentence): drawSentence(sentence, above: region, Style(.error, .bold))
      case .remark(let sentence): drawSentence(sentence, above: region, .text)
      case nil: break
      }
    }
  }

  private mutating func drawKeyHints(_ model: Model, in region: Region) {
    if let text = crosshairText(model) {
      put(" \(text)", column: region.column, row: region.row, Style(.bright, on: .chrome))
      let hints = [("←→", "bin"), ("c", "back")]
      var column = region.endColumn - hints.reduce(0) { $0 + hintColumns($1) }
      guard columns(of: text) + 3 <= column else { return }
      for hint in hints { column += put(hint, column: column, row: region.row) }
      return
    }
    var hints = [("↑↓", model.pane == .methods ? "method" : "row")]
    if model.pane == .form { hints.append(("←→", "change")) }
    hints += Binding.table.compactMap { binding in
      guard var label = binding.footer else { return nil }
      if binding.action == .type && model.pane == .methods { return nil }
      if binding.action.isOfDistribution && model.scene.view != .distribution { return nil }
      if binding.action == .switchPane && model.pane == .form { label = "methods" }
      if binding.action == .play && model.isPlaying { label = "stop" }
      // One hint stands for the pair.
      if binding.action == .grow { return ("+−", label) }
      if binding.action == .pin && model.scene.pinned != nil { return ("P", "unpin") }
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
    let next = entry.tail.first.map { shown(String($0)) } ?? " "
    // A mark on its own takes no column, but the cursor does.
    let under = TextWidth.columns(of: next) > 0 ? next : " "
    var (start, left) = (entry.head.endIndex, room - TextWidth.columns(of: under))
    while start > entry.head.startIndex {
      let previous = entry.head.index(before: start)
      left -= columns(of: String(entry.head[previous]))
      if left < 0 { break }
      start = previous
    }
    let style =
      entry.isSelected ? Style(.chrome, on: .chrome, .reverse) : Style(.chrome, on: .chrome)
    column += put(
      String(entry.head[start...]), column: column, row: region.row, style,
      limit: max(0, room - TextWidth.columns(of: under)))
    // Apart, for a twin in ASCII depends on what stands beside it.
    let cursor = put(under, column: column, row: region.row, Style(.chrome, on: .chrome, .reverse))
    put(
      String(entry.tail.dropFirst()), column: column + cursor, row: region.row, style,
      limit: region.endColumn - column - cursor - 1)
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
    case .seed: "a whole number, as torch.manual_seed takes it: 7, 0x2a"
    case .parameter(.gain):
      "a number, sqrt(2), or a nonlinearity: tanh, leaky_relu:0.2 (G has more gains)"
    case .parameter(.mode): "fan_in or fan_out"
    case .parameter(.nonlinearity):
      Nonlinearity.allCases.map(\.rawValue).filter { !$0.hasPrefix("conv") }
        .joined(separator: " ") + " conv…"
    case .parameter: "a number or an expression: 0.02, sqrt(5), 1/sqrt(fan_in)"
    case .fanIn: "a whole number; it sets shape[1]"
    case .fanOut: "a whole number; it sets shape[0]"
    case .network(.activation): Activation.allCases.map(\.name).joined(separator: " ")
    case .network(.depth): "the layers, from 1 to 1000"
    case .network(.width), .network(.batch): "a whole number from 1 to 4096"
    case .network(.input): "gaussian or uniform"
    case .network(.bias): "yes or no; drawn as nn.Linear does, ±1/√width"
    }
  }
}

extension Model {
  /// The network in short: 30 × 256 relu.
  fileprivate var networkText: String {
    network.map { "\($0.depth)×\($0.width) \($0.activation)" } ?? ""
  }
}

extension Scenes.View {
  /// What the tab says.
  fileprivate var title: String {
    switch self {
    case .distribution: "Distribution"
    case .propagation: "Propagation"
    case .matrix: "Matrix"
    }
  }

  /// The key that shows it.
  fileprivate var key: String {
    switch self {
    case .distribution: "1"
    case .propagation: "2"
    case .matrix: "3"
    }
  }
}
