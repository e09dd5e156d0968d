import Screen

extension HistogramPlot {
  /// Draws both axes, the caption, the crosshair's pointer and the signs of what lies outside.
  func drawAxes(_ layout: Layout, in frame: inout Frame) {
    let geometry = layout.geometry
    frame.drawVerticalAxis(
      layout.ticks, column: geometry.gutter - 1, rows: layout.rows, in: layout.glyphs)
    frame.drawHorizontalAxis(
      geometry.scale, column: geometry.gutter, span: geometry.labelSpan, rows: layout.rows,
      in: layout.glyphs)
    if let row = layout.rows.caption, geometry.gutter > 1 {
      frame.put(
        hasOnlyAtoms ? "share" : caption, column: 0, row: row, Style(.dim),
        limit: geometry.gutter - 2)
    }
    guard let axis = layout.rows.axis else { return }
    let glyphs = PlotGlyphs(layout.glyphs)
    if bins.underflow > 0 {
      frame[geometry.gutter, axis] = Cell(glyphs.beyondLeft, Style(.warning))
    }
    if bins.overflow > 0 {
      let last = geometry.gutter + geometry.plotColumns - 1
      frame[last, axis] = Cell(glyphs.beyondRight, Style(.warning))
    }
    if let selected = layout.selected {
      let columns = geometry.columns(ofBin: selected)
      let middle = (columns.lowerBound + columns.upperBound - 1) / 2
      frame[middle, axis] = Cell(glyphs.pointer, Style(.bright))
    }
  }
}
