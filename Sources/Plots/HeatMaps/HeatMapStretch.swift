/// How values share cells in one direction.
struct HeatMapStretch: Hashable, Sendable {
  /// The cells used.
  let cells: Int
  private let values: Int
  private let cellsPerValue: Int

  init(values: Int, cells: Int) {
    self.values = values
    cellsPerValue = values > 0 ? max(0, cells) / values : 0
    self.cells = cellsPerValue > 0 ? cellsPerValue * values : max(0, cells)
  }

  /// The values a cell shows, at least one.
  func range(ofCell cell: Int) -> Range<Int> {
    if cellsPerValue > 0 {
      let value = cell / cellsPerValue
      return value..<value + 1
    }
    let start = cell * values / cells
    return start..<max(start + 1, (cell + 1) * values / cells)
  }
}
