internal import Initializers
internal import Resources
internal import Scenes
internal import Screen

extension Canvas {
  /// The equations of a tensor with their numbers, the law, the paper, and the PyTorch code.
  mutating func drawFormula(_ recipe: Recipe, _ model: Model, in region: Region) {
    if region.rows == 1 {
      var lines = EquationLines(canvas: self, columns: region.columns - 1)
      lines.addShort(recipe.formulas)
      put(lines, in: region, from: region.row)
      return
    }
    heading("Formula", recipe.lawText, in: region)
    var lines = EquationLines(canvas: self, columns: region.columns - 1)
    if region.rows <= 4 {
      lines.addShort(recipe.formulas)
    } else {
      lines.add(recipe.formulas, room: region.rows - 1)
    }
    for remark in recipe.remarks { lines.addSentence(1, remark, Style(.alert)) }
    if region.rows > 4 {
      // Air between equations, paper and code, where there is room for it.
      lines.add(9, [])
      if let source = recipe.initializer.source, let paper = Papers.paper(source.paper) {
        lines.add(4, [("\(paper.citation), \(source.locator)", Style(.dim))])
      }
      lines.add(10, [])
      let code = model.scene.tensor.python
      for (index, line) in code.enumerated() {
        lines.addWrapped(index == code.count - 1 ? 2 : 3, line, Style(.code), at: [" "])
      }
    }
    put(lines, in: region, from: region.row + (region.rows > 1 ? 1 : 0))
  }

  /// Equations with their numbers under a heading, and what else there is to say of them.
  mutating func drawEquations(
    _ title: String, _ remark: String, _ formulas: [Formula], notes: [String], in region: Region
  ) {
    if region.rows > 1 { heading(title, remark, in: region) }
    var lines = EquationLines(canvas: self, columns: region.columns - 1)
    if region.rows <= 4 {
      lines.addShort(formulas)
    } else {
      lines.add(formulas, room: region.rows - 1)
      lines.add(9, [])
    }
    for (index, note) in notes.enumerated() {
      lines.addSentence(20 + index, note, Style(.dim))
    }
    put(lines, in: region, from: region.row + (region.rows > 1 ? 1 : 0))
  }

  private mutating func put(_ lines: EquationLines, in region: Region, from row: Int) {
    for (offset, runs) in lines.mostImportant(region.endRow - row).enumerated() {
      put(runs, column: region.column + 1, row: row + offset, limit: region.columns - 1)
    }
  }
}
