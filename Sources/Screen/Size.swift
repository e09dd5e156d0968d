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
