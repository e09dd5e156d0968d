/// A number of columns and rows of character cells.
public struct Size: Hashable, Sendable {
  /// Cells across, never negative.
  public let columns: Int
  /// Cells down, never negative.
  public let rows: Int

  /// Makes a size; negative extents become 0.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}
