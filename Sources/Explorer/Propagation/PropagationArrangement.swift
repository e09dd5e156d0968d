internal import Screen

/// Where the pictures of the propagation view lie.
struct PropagationArrangement: Equatable {
  /// The verdict in words, a line or two each for signal and gradients.
  let verdict: Region
  /// The signal by layer; on a small screen the gradients too.
  let forward: Region
  /// The gradients by layer, where they have a chart of their own.
  let backward: Region?
  /// The activations' distribution by layer.
  let values: Region?
  /// The gradients of the weights by layer, where there is room.
  let weightGradients: Region?
  /// The theory's equations.
  let formula: Region?

  /// The columns that a verdict's lines have, and how many lines there may be.
  static func verdictRoom(_ layout: Layout) -> Size {
    switch layout.stage {
    case .small:
      Size(columns: layout.main.columns, rows: min(4, max(2, layout.main.rows - 5)))
    case .medium, .large: Size(columns: layout.main.columns, rows: 4)
    }
  }

  /// Arranges the pictures in a layout.
  ///
  /// - Parameter lines: those of the verdict, two or more.
  init(_ layout: Layout, lines: Int = 2) {
    switch layout.stage {
    case .small:
      (backward, values, weightGradients, formula) = (nil, nil, nil, nil)
      let formula = layout.formula ?? layout.main.top(0)
      // The verdict takes the formula's place, and from the chart what it needs besides.
      let rows = max(formula.rows, lines + (formula.rows > 2 ? 1 : 0))
      forward = layout.main.top(layout.main.rows + formula.rows - rows)
      verdict = Region(
        column: formula.column, row: formula.endRow - rows, columns: formula.columns, rows: rows)
    case .medium:
      let row = LowerRow(layout)
      verdict = row.upper.top(1 + lines)
      let (left, right) = row.upper.dropping(1 + lines).split(
        after: (row.upper.columns - 2) / 2, gap: 2)
      (forward, backward) = (left, right)
      (values, weightGradients, formula) = (row.panel, nil, row.formula)
    case .large:
      verdict = layout.main.top(1 + lines)
      let rest = layout.main.dropping(1 + lines)
      let (left, right) = rest.top(rest.rows / 2).split(after: (rest.columns - 2) / 2, gap: 2)
      (forward, backward) = (left, right)
      (values, weightGradients) = rest.dropping(rest.rows / 2).split(
        after: (rest.columns - 2) / 2, gap: 2)
      formula = layout.formula
    }
  }
}
