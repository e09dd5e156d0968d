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
