internal import Screen

/// A picture and the formula beside it, under the main picture of a medium screen.
struct LowerRow: Equatable {
  let upper: Region
  let panel: Region
  let formula: Region

  /// The columns a panel of equations needs so that none is broken.
  private static let formulaColumns = 36

  /// Divides the main part; a layout with a place of its own for the formula keeps that.
  init(_ layout: Layout) {
    let main = layout.main
    let rows = max(7, (main.rows + (layout.comparison == nil ? 0 : 1)) * 3 / 8)
    upper = main.top(main.rows - rows)
    let lower = main.dropping(main.rows - rows)
    if let formula = layout.formula {
      (panel, self.formula) = (lower, formula)
    } else {
      let columns = max(28, min(Self.formulaColumns + main.columns / 20, main.columns / 2))
      (panel, formula) = lower.split(after: main.columns - columns - 1)
    }
  }
}
