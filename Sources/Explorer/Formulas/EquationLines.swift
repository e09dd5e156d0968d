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

  mutating func addWrapped(
    _ importance: Int, _ text: String, _ style: Style,
    at breaks: Set<Character> = ["·", "*", " "]
  ) {
    for part in canvas.shown(text).wrapped(to: columns, at: breaks) {
      add(importance, [(part, style)])
    }
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
    let indent = String(repeating: " ", count: formula.name.count + 1)
    addWrapped(1, "\(formula.name) = \(formula.symbolic)", .text)
    if !isPlain {
      if canvas.columns(of: "\(indent)= \(formula.substituted) \(result)") <= columns {
        add(0, [("\(indent)= \(formula.substituted) ", .text), (result, Style(.law, .bold))])
        return
      }
      addWrapped(1, "\(indent)= \(formula.substituted)", .text)
    }
    add(0, [(indent, .text), (result, Style(.law, .bold))])
  }
}
