import Screen

extension HistogramPlot {
  /// Draws the labels that do not collide, and dotted lines under them through empty cells.
  func drawMarkers(_ layout: Layout, in frame: inout Frame) {
    let geometry = layout.geometry
    guard let labelRow = layout.rows.caption else { return }
    let span = (geometry.gutter > 1 ? -1 : 0)..<max(1, frame.size.columns - geometry.gutter)
    var taken: [Range<Int>] = []
    for marker in markers {
      guard let cell = geometry.scale.cell(of: marker.position) else { continue }
      let text = marker.text(in: layout.glyphs)
      let width = TextWidth.columns(of: text)
      guard let start = Ticks.start(ofWidth: width, under: cell, within: span) else { continue }
      let claim = start - 1..<start + width + 1
      if taken.contains(where: { $0.overlaps(start..<start + width) }) { continue }
      taken.append(claim)
      frame.put(text, column: geometry.gutter + start, row: labelRow, Style(.marker))
      drawDottedLine(cell, .marker, layout, in: &frame)
      if let sample = marker.samplePosition.flatMap({ geometry.scale.cell(of: $0) }),
        abs(sample - cell) > 1
      {
        drawDottedLine(sample, .sample, layout, in: &frame)
      }
    }
  }

  private func drawDottedLine(
    _ cell: Int, _ role: Role, _ layout: Layout, in frame: inout Frame
  ) {
    let column = layout.geometry.gutter + cell
    let glyph = PlotGlyphs(layout.glyphs).dotted
    for row in layout.rows.top..<layout.rows.top + layout.rows.count
    where frame[column, row] == .blank {
      frame[column, row] = Cell(glyph, Style(role))
    }
  }
}
