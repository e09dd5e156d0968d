internal import Screen

extension LineChart {
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
