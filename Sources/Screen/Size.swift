/// A number of columns and rows of character cells.
package struct Size: Hashable, Sendable {
  /// Cells across, never negative.
  package let columns: Int
  /// Cells down, never negative.
  package let rows: Int

  /// Makes a size; negative extents become 0.
  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A rectangle of cells within a frame; column and row count from the upper left.
package struct Region: Hashable, Sendable {
  /// The leftmost column.
  package var column: Int
  /// The topmost row.
  package var row: Int
  /// The extent, in cells.
  package var size: Size

  /// Makes a region from its upper-left cell and its extent.
  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    size = Size(columns: columns, rows: rows)
  }

  /// The cells across.
  package var columns: Int { size.columns }
  /// The cells down.
  package var rows: Int { size.rows }
  /// The column just past the right edge.
  package var endColumn: Int { column + size.columns }
  /// The row just past the bottom edge.
  package var endRow: Int { row + size.rows }
}
