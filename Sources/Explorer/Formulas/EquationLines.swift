internal import Initializers
internal import Screen

/// Lines of equations, of which the least important give way where a panel is low.
struct EquationLines {
  private struct Line {
    let index: Int
    /// The lower, the longer it stays.
    let importance: Int
    let runs: [(String, Style)]
  }

  private var lines: [Line] = []
  private let canvas: Canvas
  private let columns: Int

  /// Starts without lines, for a panel so wide; the canvas knows what its glyphs take.
  init(canvas: Canvas, columns: Int) {
    self.canvas = canvas
    self.columns = columns
  }

  /// The lines that fit, in their order.
  func mostImportant(_ room: Int) -> [[(String, Style)]] {
    let kept = Set(
      lines.sorted { ($0.importance, $0.index) < ($1.importance, $1.index) }
        .prefix(max(0, room)).map(\.index))
    return lines.filter { kept.contains($0.index) }.map(\.runs)
  }

  mutating func add(_ importance: Int, _ runs: [(String, Style)]) {
    lines.append(Line(index: lines.count, importance: importance, runs: runs))
  }

  /// Text over as many lines as it takes, all but the first indented.
  mutating func addWrapped(
    _ importance: Int, _ text: String, _ style: Style, at breaks: Set<Character> = [" "],
    indent: Int = 0
  ) {
    let text = canvas.shown(text)
    let whole = text.wrapped(to: columns, at: breaks)
    // Where hardly a word would fit beside it, an indent does more harm than good.
    guard indent > 0, columns >= 2 * indent, let first = whole.first, whole.count > 1 else {
      for part in whole { add(importance, [(part, style)]) }
      return
    }
    add(importance, [(first, style)])
    let rest = String(text.dropFirst(first.count).drop { $0 == " " })
    for part in rest.wrapped(to: columns - indent, at: breaks) {
      add(importance, [(String(repeating: " ", count: indent) + part, style)])
    }
  }

  // An equation's further lines begin under its right-hand side, so that none of them looks like
  // one of its own.
  private mutating func addSide(_ text: String, after name: String) {
    addWrapped(1, text, .text, at: ["·", "*", " "], indent: canvas.columns(of: name) + 3)
  }

  /// One line an equation: name = symbols = numbers = result, as much as fits.
  mutating func addShort(_ formulas: [Formula]) {
    for (index, formula) in formulas.enumerated() {
      let result = " = \(Numeral.typeset(formula.result))"
      let symbols = "\(formula.name) = \(formula.symbolic)"
      let numbers = formula.substituted == formula.symbolic ? "" : " = \(formula.substituted)"
      let isFitting = canvas.columns(of: symbols + numbers + result) < columns
      // A number that is its own formula is said once.
      let isPlain = formula.sides().count == 1
      add(
        // The last equation is the one that all lead to.
        formulas.count - index,
        isPlain
          ? [("\(formula.name)", .text), (result, Style(.law, .bold))]
          : [
            (symbols, .text), (isFitting ? numbers : "", Style(.dim)),
            (result, Style(.law, .bold)),
          ])
    }
  }

  /// Equations over as many lines as they take.
  mutating func add(_ formulas: [Formula]) {
    for formula in formulas { add(formula) }
  }

  private mutating func add(_ formula: Formula) {
    let result = "= \(Numeral.typeset(formula.result))"
    if formula.sides().count == 1 {
      add(0, [("\(formula.name) ", .text), (result, Style(.law, .bold))])
      return
    }
    let isPlain = formula.symbolic == formula.substituted
    let onOneLine =
      "\(formula.name) = \(formula.symbolic)" + (isPlain ? "" : " = \(formula.substituted)")
    if canvas.columns(of: onOneLine + " " + result) <= columns {
      add(0, [(onOneLine + " ", .text), (result, Style(.law, .bold))])
      return
    }
    let indent = String(repeating: " ", count: canvas.columns(of: formula.name) + 1)
    addSide("\(formula.name) = \(formula.symbolic)", after: formula.name)
    if !isPlain {
      if canvas.columns(of: "\(indent)= \(formula.substituted) \(result)") <= columns {
        add(0, [("\(indent)= \(formula.substituted) ", .text), (result, Style(.law, .bold))])
        return
      }
      addSide("\(indent)= \(formula.substituted)", after: formula.name)
    }
    add(0, [(indent, .text), (result, Style(.law, .bold))])
  }
}
