private import Mathematics

/// Where bins lie in a frame's columns: the one geometry of a histogram and the strips under it.
///
/// Left to right: the labels and the vertical axis (`gutter`), a margin, the bins with
/// `columnsPerBin` columns each, an equal margin, and a column for labels to reach into.
package struct BinGeometry: Hashable, Sendable {
  /// The columns of labels and the axis, before the data.
  package let gutter: Int
  /// The columns of data, margins included.
  package let plotColumns: Int
  /// The columns of every bin.
  package let columnsPerBin: Int
  /// The empty columns on either side of the bins.
  package let margin: Int
  /// The given bins drawn as one, more than 1 only if they outnumber the columns.
  package let binsPerColumn: Int
  /// The bins drawn.
  package let binCount: Int
  /// Data to data columns, of which 0 is the first after the gutter.
  package let scale: Scale
  /// The frame's columns.
  package let columns: Int

  /// Lays bins out in a frame so many columns wide.
  package init(bins: Bins, columns: Int) {
    let room = Self.plotColumns(in: columns)
    self.columns = max(0, columns)
    gutter = Self.gutter(in: columns)
    binsPerColumn = room == 0 ? 1 : max(1, (bins.count + room - 1) / room)
    binCount = (bins.count + binsPerColumn - 1) / binsPerColumn
    columnsPerBin = room / binCount
    margin = columnsPerBin == 0 ? 0 : (room - columnsPerBin * binCount) / 2
    // An odd remainder leaves the last column unused: the bins stay centred.
    plotColumns = columnsPerBin * binCount + 2 * margin
    let binWidth = bins.width * Double(binsPerColumn)
    let high = bins.low + binWidth * Double(binCount)
    let outside = columnsPerBin == 0 ? 0 : Double(margin) * binWidth / Double(columnsPerBin)
    scale = Scale(
      low: bins.low - outside, high: (binsPerColumn == 1 ? bins.high : high) + outside,
      cells: plotColumns)
  }

  /// The columns of the narrowest frame that has labels beside its vertical axis.
  private static let leastLabelled = 19

  /// The columns before the data in a frame so wide.
  package static func gutter(in columns: Int) -> Int {
    columns >= 30 ? 7 : columns >= leastLabelled ? 6 : columns >= 6 ? 1 : 0
  }

  /// The columns for data in a frame so wide; the caller chooses at most so many bins.
  package static func plotColumns(in columns: Int) -> Int {
    max(0, columns - gutter(in: columns) - (columns >= 30 ? 1 : 0))
  }

  /// The frame's columns of a drawn bin.
  package func columns(ofBin bin: Int) -> Range<Int> {
    let start = gutter + margin + bin * columnsPerBin
    return start..<start + columnsPerBin
  }

  /// The given bin that a frame's column shows, or nil beside the bins.
  package func bin(atColumn column: Int) -> Int? {
    let offset = column - gutter - margin
    guard columnsPerBin > 0, offset >= 0, offset < columnsPerBin * binCount else { return nil }
    return offset / columnsPerBin * binsPerColumn
  }

  /// The data column of a value; the upper end of the last bin lies in that bin.
  package func cell(of value: Double) -> Int? {
    let position = scale.position(of: value)
    let end = plotColumns - margin
    return position == Double(end) && end > 0 ? end - 1 : scale.cell(of: value)
  }

  /// The columns tick labels may use in a frame so wide, counted from the first data column.
  static func labelSpan(in columns: Int) -> Range<Int> {
    let gutter = gutter(in: columns)
    let start = gutter > 1 ? -2 : -gutter
    return start..<max(start, columns - gutter)
  }
}

/// Heights of bars in eighths of a row, by integer arithmetic.
struct BarHeights: Hashable, Sendable {
  /// The eighths of each bar.
  let eighths: [Int]
  // The bars that are drawn higher than they are.
  private let traces: [Bool]

  /// Heights round(count · 8 · rows / maximum), at least 1 for a count above zero.
  ///
  /// - Parameter maximum: the count that fills all rows; a small one need not be whole, so it is
  ///   taken to 1/65,536.
  init(counts: [Int], maximum: Double, rows: Int) {
    let most = 8 * min(8191, max(0, rows))
    guard most > 0, maximum > 0, maximum < 1e12 else {
      eighths = counts.map { $0 > 0 ? min(1, most) : 0 }
      traces = []
      return
    }
    let unit = maximum < 1e6 ? 65_536 : 1
    let full = max(1, Int(clamping: (maximum * Double(unit)).rounded()))
    let clipped = Int(clamping: maximum) + 1
    traces = counts.map { $0 > 0 && Double($0) * Double(2 * most) < maximum }
    eighths = counts.map { count in
      if count <= 0 { return 0 }
      if count > clipped { return most }
      return min(most, max(1, (count * unit * most + full / 2) / full))
    }
  }

  /// Whether a bar would round to nothing.
  func isTrace(_ bar: Int) -> Bool { traces.indices.contains(bar) && traces[bar] }

  /// The eighths of bar `bar` in a row counted from the bottom.
  func eighths(_ bar: Int, rowFromBottom row: Int) -> Int {
    min(8, max(0, eighths[bar] - 8 * row))
  }
}
