import Screen

extension HistogramPlot {
  /// Draws bars and curve, cell by cell.
  ///
  /// In a cell the curve crosses it wins the glyph, and the background keeps the bar's colour if
  /// the bar fills 5/8 of the cell. The curve yields only where it is too close to zero to be
  /// told from it: there a bin that is not empty must be seen, and dots too coarse to lie on the
  /// axis are left out. The pinned sample's outline follows the same rules and yields to the curve.
  func drawData(_ layout: Layout, in frame: inout Frame) {
    let geometry = layout.geometry
    let rows = layout.rows
    let maximum = layout.ticks.maximum
    let dots = layout.trace?.dots(rows: rows.count, maximum: maximum)
    let isASCII = layout.glyphs == .ascii
    let outline = layout.outline?.dots(rows: rows.count, maximum: maximum, hasJumps: !isASCII)
      .dashed
    let glyphs = PlotGlyphs(layout.glyphs)
    let eighthGlyphs = glyphs.eighths
    let faint = maximum / Double(rows.count) / 4
    let isFine = layout.glyphs == .braille
    for column in 0..<geometry.plotColumns {
      let bar = geometry.bin(atColumn: geometry.gutter + column).map {
        $0 / geometry.binsPerColumn
      }
      let role: Role = bar != nil && bar == layout.selected ? .bright : .bar
      let isFaint = (layout.trace?.greatest(inColumn: column) ?? 0) < faint
      let isPinnedFaint = (layout.outline?.greatest(inColumn: column) ?? 0) < faint
      for row in 0..<rows.count {
        let fromBottom = rows.count - 1 - row
        let eighths = bar.map { layout.heights.eighths($0, rowFromBottom: fromBottom) } ?? 0
        // A bar of ASCII characters has no even colour to keep.
        let fill: Role = eighths >= 5 && !isASCII ? role : .text
        let position = (column: geometry.gutter + column, row: rows.top + row)
        if let glyph = dots?.glyph(column, row), !isFaint || (isFine && !(1..<5).contains(eighths))
        {
          frame[position.column, position.row] = Cell(glyph, Style(.law, on: fill))
        } else if let glyph = outline?.glyph(column, row),
          !isPinnedFaint || !(1..<5).contains(eighths)
        {
          frame[position.column, position.row] = Cell(
            isASCII ? glyphs.dash : glyph, Style(.pinned, on: fill))
        } else if eighths > 0 {
          frame[position.column, position.row] = Cell(eighthGlyphs[eighths], Style(role))
        }
      }
    }
  }
}
