import Screen

/// How a frame is shared between a map and its colour bar, whatever the values.
struct HeatMapArea: Hashable, Sendable {
  /// Where the colour bar is.
  enum Bar: Hashable, Sendable {
    case none
    /// Right of the map: a blank, two columns of colours, a blank, the labels.
    case right
    /// In the row beneath the map.
    case beneath
  }

  let bar: Bar
  /// The columns of the map.
  let columns: Int
  /// The rows of the map.
  let rows: Int

  /// The columns of labels.
  static let labelColumns = 7
  /// The columns of a bar at the right.
  static let rightColumns = labelColumns + 4
  private static let leastColumnsBeneath = 30

  /// The bar goes where it takes the smaller part of the frame.
  init(size: Size, hasBar: Bool) {
    let fitsRight = hasBar && size.rows >= 5 && size.columns >= 2 * Self.rightColumns
    let fitsBeneath = hasBar && size.rows >= 3 && size.columns >= Self.leastColumnsBeneath
    if fitsRight && (!fitsBeneath || Self.rightColumns * size.rows < size.columns) {
      bar = .right
    } else {
      bar = fitsBeneath ? .beneath : .none
    }
    columns = size.columns - (bar == .right ? Self.rightColumns : 0)
    rows = size.rows - (bar == .beneath ? 1 : 0)
  }
}

/// How values share cells in one direction.
struct HeatMapStretch: Hashable, Sendable {
  /// The cells used.
  let cells: Int
  private let values: Int
  private let cellsPerValue: Int

  /// Shares cells out: as many for each value, or, where all are to be filled, now one more.
  init(values: Int, cells: Int, isFilling: Bool = false) {
    self.values = values
    cellsPerValue = values > 0 && !isFilling ? max(0, cells) / values : 0
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
