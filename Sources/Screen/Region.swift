/// A rectangle of cells within a frame; column and row count from the upper left.
public struct Region: Hashable, Sendable {
  /// The leftmost column.
  public var column: Int
  /// The topmost row.
  public var row: Int
  /// The extent, in cells.
  public var size: Size

  /// Makes a region from its upper-left cell and its extent.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    size = Size(columns: columns, rows: rows)
  }

  /// The cells across.
  public var columns: Int { size.columns }
  /// The cells down.
  public var rows: Int { size.rows }
  /// The column just past the right edge.
  public var endColumn: Int { column + size.columns }
  /// The row just past the bottom edge.
  public var endRow: Int { row + size.rows }
}
