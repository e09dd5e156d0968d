internal import Screen

extension LineChart {
  /// The place on the horizontal axis that a column of a frame so wide shows; nil beside the data, or
  /// without a domain.
  ///
  /// Where names stand at the lines' ends there is less room for the data, and no telling.
  package func place(atColumn column: Int, of columns: Int) -> Double? {
    guard let domain, !hasNamesAtEnds else { return nil }
    let cell = column - BinGeometry.gutter(in: columns)
    let x = Scale(
      low: domain.lowerBound, high: domain.upperBound,
      cells: BinGeometry.plotColumns(in: columns))
    return (0..<x.cells).contains(cell) ? x.center(of: cell) : nil
  }

  /// Dots a line down the chart at the marked place, behind the lines and over bands.
  func drawMark(
    _ x: Scale, rows: Int, at place: (column: Int, row: Int), in frame: inout Frame,
    _ glyphs: GlyphSet
  ) {
    guard let mark else { return }
    // The far edge belongs to the last column.
    let column = x.cell(of: mark) ?? (x.position(of: mark) == Double(x.cells) ? x.cells - 1 : nil)
    guard let column else { return }
    for row in place.row..<place.row + rows {
      let background = Self.fill(of: frame[place.column + column, row])
      frame[place.column + column, row] = Cell(
        glyphs == .ascii ? ":" : "┊", Style(.bright, on: background, .bold))
    }
  }
}
