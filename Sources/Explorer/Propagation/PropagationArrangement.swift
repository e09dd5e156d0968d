internal import Screen

/// Where the pictures of the propagation view lie.
struct PropagationArrangement: Equatable {
  /// The verdict in words, a line each for signal and gradients.
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

  /// Arranges the pictures in a layout.
  init(_ layout: Layout) {
    switch layout.stage {
    case .small:
      (backward, values, weightGradients, formula) = (nil, nil, nil, nil)
      let formula = layout.formula ?? layout.main.top(0)
      // The verdict takes the formula's place, and from the chart what it needs besides.
      let missing = max(0, 2 - formula.rows)
      forward = layout.main.top(layout.main.rows - missing)
      verdict = Region(
        column: formula.column, row: formula.endRow - 2 - (formula.rows > 2 ? 1 : 0),
        columns: formula.columns, rows: formula.rows > 2 ? 3 : 2)
    case .medium:
      let row = LowerRow(layout)
      verdict = row.upper.top(3)
      let (left, right) = row.upper.dropping(3).split(
        after: (row.upper.columns - 2) / 2, gap: 2)
      (forward, backward) = (left, right)
      (values, weightGradients, formula) = (row.panel, nil, row.formula)
    case .large:
      verdict = layout.main.top(3)
      let rest = layout.main.dropping(3)
      let (left, right) = rest.top(rest.rows / 2).split(after: (rest.columns - 2) / 2, gap: 2)
      (forward, backward) = (left, right)
      (values, weightGradients) = rest.dropping(rest.rows / 2).split(
        after: (rest.columns - 2) / 2, gap: 2)
      formula = layout.formula
    }
  }
}
