internal import Initializers
internal import Resources
internal import Scenes
internal import Screen

extension Canvas {
  /// The equations with their numbers, the law, the paper, and the PyTorch code.
  mutating func drawFormula(
    _ recipe: Recipe, _ model: Model, in region: Region, isShort: Bool
  ) {
    heading("Formula", recipe.lawText, in: region)
    let lines =
      isShort ? shortLines(recipe, region.columns - 2) : lines(recipe, model, region.columns)
    // The paper and the code give way first when the panel is low.
    let room = region.rows - 1
    let shown = lines.sorted { $0.importance < $1.importance }.prefix(room)
    let kept = lines.filter { line in shown.contains { $0.index == line.index } }
    for (offset, line) in kept.enumerated() {
      put(
        line.runs, column: region.column + 1, row: region.row + 1 + offset,
        limit: region.columns - 1)
    }
  }

  private struct Line {
    let index: Int
    let importance: Int
    let runs: [(String, Style)]
  }

  // One line an equation: name = symbols = numbers = result, as much as fits.
  private func shortLines(_ recipe: Recipe, _ columns: Int) -> [Line] {
    recipe.formulas.enumerated().map { index, formula in
      let result = " = \(Numeral.typeset(formula.result))"
      let symbols = "\(formula.name) = \(formula.symbolic)"
      let numbers = formula.substituted == formula.symbolic ? "" : " = \(formula.substituted)"
      let isFitting = self.columns(of: symbols + numbers + result) <= columns
      // A number that is its own formula is said once.
      let isPlain = formula.sides().count == 1
      return Line(
        // The last equation is the one that all lead to.
        index: index, importance: recipe.formulas.count - index,
        runs: isPlain
          ? [("\(formula.name)", .text), (result, Style(.law, .bold))]
          : [
            (symbols, .text), (isFitting ? numbers : "", Style(.dim)),
            (result, Style(.law, .bold)),
          ])
    }
  }

  private func lines(_ recipe: Recipe, _ model: Model, _ columns: Int) -> [Line] {
    var lines: [Line] = []
    func add(_ importance: Int, _ runs: [(String, Style)]) {
      lines.append(Line(index: lines.count, importance: importance, runs: runs))
    }
    func addWrapped(_ importance: Int, _ text: String, _ style: Style) {
      for part in shown(text).wrapped(to: columns - 1, at: ["·", "*", " "]) {
        add(importance, [(part, style)])
      }
    }
    for formula in recipe.formulas {
      let result = "= \(Numeral.typeset(formula.result))"
      let isPlain = formula.symbolic == formula.substituted
      if formula.sides().count == 1 {
        add(0, [("\(formula.name) ", .text), (result, Style(.law, .bold))])
        continue
      }
      let onOneLine =
        "\(formula.name) = \(formula.symbolic)" + (isPlain ? "" : " = \(formula.substituted)")
      if self.columns(of: onOneLine + " " + result) <= columns - 1 {
        add(0, [(onOneLine + " ", .text), (result, Style(.law, .bold))])
        continue
      }
      let indent = String(repeating: " ", count: formula.name.count + 1)
      addWrapped(1, "\(formula.name) = \(formula.symbolic)", .text)
      if !isPlain {
        if self.columns(of: "\(indent)= \(formula.substituted) \(result)") <= columns - 1 {
          add(0, [("\(indent)= \(formula.substituted) ", .text), (result, Style(.law, .bold))])
          continue
        }
        addWrapped(1, "\(indent)= \(formula.substituted)", .text)
      }
      add(0, [(indent, .text), (result, Style(.law, .bold))])
    }
    // Air between equations, paper and code, where there is room for it.
    add(9, [])
    if let source = recipe.initializer.method.source, let paper = Papers.paper(source.paper) {
      add(4, [("\(paper.citation), \(source.locator)", Style(.dim))])
    }
    add(10, [])
    let code = model.scene.tensor.python
    for (index, line) in code.enumerated() {
      let importance = index == code.count - 1 ? 2 : 3
      for part in line.wrapped(to: columns - 1, at: [" "]) {
        add(importance, [(part, Style(.code))])
      }
    }
    return lines
  }
}
