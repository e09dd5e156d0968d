internal import Initializers
internal import Resources
internal import Screen
internal import Words

/// The equations of a tensor with their numbers, the law, the paper, and the PyTorch code.
struct FormulaPanel: Panel {
  let recipe: Recipe
  let code: [String]

  /// What there is to say of a tensor; nil for one that PyTorch refuses.
  init?(_ tensor: Tensor) {
    guard let recipe = try? tensor.recipe() else { return nil }
    (self.recipe, code) = (recipe, tensor.python)
  }

  func draw(on canvas: inout Canvas, in region: Region) {
    var lines = EquationLines(canvas.lettering, columns: region.columns - 1)
    if region.rows == 1 {
      lines.addShort(recipe.formulas)
      return canvas.put(lines, in: region, from: region.row)
    }
    canvas.heading(Phrase("formula.title"), [recipe.lawText], in: region)
    if region.rows <= 4 {
      lines.addShort(recipe.formulas)
    } else {
      // The code is shown whole beside them.
      let codeLines = code.reduce(0) {
        $0
          + (canvas.columns(of: $1) < region.columns
            ? 1 : canvas.shown($1).wrapped(to: region.columns - 1, at: [" "]).count)
      }
      lines.add(recipe.formulas, room: region.rows - 1 - codeLines)
    }
    for remark in recipe.remarks { lines.addSentence(2, canvas.words(remark), Style(.alert)) }
    if region.rows > 4 {
      // Air between equations, paper and code, where there is room for it.
      lines.add(9, [])
      if let source = recipe.initializer.source, let paper = Papers.paper(source.paper) {
        lines.addSentence(6, "\(paper.citation), \(source.locator)", Style(.dim))
      }
      lines.add(10, [])
      // Without the lines before it the last one does not run.
      lines.addTogether(1, code, Style(.code))
    }
    canvas.put(lines, in: region, from: region.row + 1)
  }
}

/// Equations with their numbers under a heading, and what else there is to say of them.
struct EquationsPanel: Panel {
  let title: Phrase
  let remark: Phrase
  let formulas: [Formula]
  let notes: [Phrase]

  func draw(on canvas: inout Canvas, in region: Region) {
    if region.rows > 1 { canvas.heading(title, [remark], in: region) }
    var lines = EquationLines(canvas.lettering, columns: region.columns - 1)
    if region.rows <= 4 {
      lines.addShort(formulas)
    } else {
      lines.add(formulas, room: region.rows - 1)
      lines.add(9, [])
    }
    for (index, note) in notes.enumerated() {
      lines.addSentence(20 + index, canvas.words(note), Style(.dim))
    }
    canvas.put(lines, in: region, from: region.row + (region.rows > 1 ? 1 : 0))
  }
}

extension Canvas {
  fileprivate mutating func put(_ lines: EquationLines, in region: Region, from row: Int) {
    for (offset, runs) in lines.mostImportant(region.endRow - row).enumerated() {
      put(runs, column: region.column + 1, row: row + offset, limit: region.columns - 1)
    }
  }
}
