/// How the rows of a plot are shared between a caption, the data, the axis and its labels.
struct PlotRows: Hashable, Sendable {
  /// The row above the data, if there is room.
  let caption: Int?
  /// The first row of data.
  let top: Int
  /// The rows of data.
  let count: Int
  /// The row of the horizontal axis, if there is room.
  let axis: Int?
  /// The row of tick labels, if there is room.
  let labels: Int?

  init(rows: Int, hasCaption: Bool = true) {
    caption = hasCaption && rows >= 6 ? 0 : nil
    top = caption == nil ? 0 : 1
    let below = rows >= 4 ? 2 : rows >= 2 ? 1 : 0
    count = max(0, rows - top - below)
    axis = below >= 1 ? top + count : nil
    labels = below >= 2 ? top + count + 1 : nil
  }
}
