internal import Screen

extension Region {
  /// The topmost rows.
  func top(_ rows: Int) -> Region {
    Region(column: column, row: row, columns: columns, rows: min(rows, self.rows))
  }

  /// What is left under the topmost rows.
  func dropping(_ rows: Int) -> Region {
    let dropped = min(rows, self.rows)
    return Region(
      column: column, row: row + dropped, columns: columns, rows: self.rows - dropped)
  }

  /// Two parts side by side with a gap between them, the first so many columns wide.
  func split(after columns: Int, gap: Int = 1) -> (left: Region, right: Region) {
    let left = min(columns, self.columns)
    let start = min(self.columns, left + gap)
    return (
      Region(column: column, row: row, columns: left, rows: rows),
      Region(column: column + start, row: row, columns: self.columns - start, rows: rows)
    )
  }
}
