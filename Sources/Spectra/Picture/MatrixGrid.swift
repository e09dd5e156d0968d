/// How a matrix is cut into equal blocks, one a cell, from the upper left; the last ones may be
/// partial.
package struct MatrixGrid: Hashable, Sendable {
  /// The matrix's rows.
  package let rows: Int
  /// The matrix's columns.
  package let columns: Int
  /// The rows of a block.
  package let blockRows: Int
  /// The columns of a block.
  package let blockColumns: Int
  /// The rows of cells.
  package let cellRows: Int
  /// The columns of cells.
  package let cellColumns: Int

  /// The most cells a picture has.
  package static let mostCells = (rows: 200, columns: 320)

  /// Cuts a matrix into the smallest blocks that fit a number of cells; a matrix that fits as it
  /// is has one weight a cell.
  package init(rows: Int, columns: Int, cellRows: Int, cellColumns: Int) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
    let target = (
      rows: min(max(1, cellRows), Self.mostCells.rows),
      columns: min(max(1, cellColumns), Self.mostCells.columns)
    )
    blockRows = max(1, Self.quotient(self.rows, target.rows))
    blockColumns = max(1, Self.quotient(self.columns, target.columns))
    let isEmpty = self.rows == 0 || self.columns == 0
    self.cellRows = isEmpty ? 0 : Self.quotient(self.rows, blockRows)
    self.cellColumns = isEmpty ? 0 : Self.quotient(self.columns, blockColumns)
  }

  /// Whether each cell is a single weight.
  package var isExact: Bool { blockRows == 1 && blockColumns == 1 }

  /// The weights of a cell of which the tensor's first `drawnCount` are there.
  func count(row: Int, column: Int, drawnCount: Int) -> Int {
    let (firstRow, firstColumn) = (row * blockRows, column * blockColumns)
    let width = min(blockColumns, columns - firstColumn)
    let height = min(blockRows, rows - firstRow)
    let fullRows = drawnCount / max(1, columns) - firstRow
    if fullRows >= height { return width * height }
    if fullRows < 0 { return 0 }
    let inLastRow = drawnCount % max(1, columns) - firstColumn
    return width * fullRows + min(max(0, inLastRow), width)
  }

  private static func quotient(_ dividend: Int, _ divisor: Int) -> Int {
    dividend / divisor + (dividend % divisor == 0 ? 0 : 1)
  }
}
