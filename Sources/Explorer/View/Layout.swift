internal import Screen

/// Where the panels of the distribution view lie at a size.
struct Layout: Equatable {
  /// The least size that shows anything but a word about the size.
  static let minimum = Size(columns: 60, rows: 18)

  /// The columns a panel of equations needs so that none is broken.
  private static let formulaColumns = 36

  let header: Region
  let footer: Region
  let histogram: Region
  let residuals: Region?
  let numbers: Region
  let formula: Region
  /// The panels that only a larger screen has.
  let methods: Region?
  let form: Region?
  let density: Region?
  /// The one line that stands for methods and form on a small screen.
  let strip: Region?
  /// The column of the rule between the two sides.
  let divider: Int?

  /// Lays the panels out; nil under the minimum.
  ///
  /// - Parameters:
  ///   - fieldCount: the rows of the parameter form.
  ///   - methodCount: the rows of the method list.
  init?(size: Size, fieldCount: Int, methodCount: Int) {
    guard size.columns >= Self.minimum.columns, size.rows >= Self.minimum.rows else { return nil }
    header = Region(column: 0, row: 0, columns: size.columns, rows: 1)
    footer = Region(column: 0, row: size.rows - 1, columns: size.columns, rows: 1)
    if size.columns >= 80 && size.rows >= 24 {
      let left = min(36, max(29, size.columns / 4))
      let body = size.rows - 2
      // Methods, form and numbers from the top; the room left over separates them.
      let used = 1 + methodCount + 1 + fieldCount + 1 + 6
      let methodRows = max(4, methodCount - max(0, used - body))
      let spare = max(0, body - used)
      let gap = min(1, spare / 2)
      methods = Region(column: 0, row: 1, columns: left, rows: 1 + methodRows)
      let formRow = 2 + methodRows + gap
      form = Region(column: 0, row: formRow, columns: left, rows: 1 + fieldCount)
      numbers = Region(
        column: 0, row: formRow + 1 + fieldCount + gap, columns: left,
        rows: body - (formRow + fieldCount + gap))
      divider = left
      strip = nil
      let column = left + 2
      let columns = size.columns - column - 1
      let lower = max(7, body * 3 / 8)
      let upper = body - lower - 3
      histogram = Region(column: column, row: 1, columns: columns, rows: upper)
      residuals = Region(column: column, row: 1 + upper, columns: columns, rows: 3)
      let formulaColumns = max(28, min(Self.formulaColumns + columns / 20, columns / 2))
      density = Region(
        column: column, row: 4 + upper, columns: columns - formulaColumns - 1, rows: lower)
      formula = Region(
        column: column + columns - formulaColumns, row: 4 + upper, columns: formulaColumns,
        rows: lower)
    } else {
      (methods, form, density, divider) = (nil, nil, nil, nil)
      let extra = size.rows - Self.minimum.rows
      let residualRows = extra >= 3 ? 3 : 0
      let chart = 8 + extra - residualRows
      strip = Region(column: 0, row: 1, columns: size.columns, rows: 1)
      histogram = Region(column: 0, row: 2, columns: size.columns, rows: chart)
      residuals =
        residualRows > 0
        ? Region(column: 0, row: 2 + chart, columns: size.columns, rows: residualRows) : nil
      let row = 2 + chart + residualRows
      formula = Region(column: 0, row: row, columns: size.columns, rows: 3)
      numbers = Region(column: 0, row: row + 3, columns: size.columns, rows: 4)
    }
  }
}
