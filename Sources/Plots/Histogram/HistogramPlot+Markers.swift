import Screen

extension HistogramPlot {
  /// Draws the labels that do not collide, and dotted lines under them through empty cells.
  func drawMarkers(_ layout: Layout, in frame: inout Frame) {
    let geometry = layout.geometry
    guard let labelRow = layout.rows.caption else { return }
    let span = (geometry.gutter > 1 ? -1 : 0)..<max(1, frame.size.columns - geometry.gutter)
    var taken: [Range<Int>] = []
    for marker in atomMarkers + markers {
      guard let cell = geometry.cell(of: marker.position) else { continue }
      let text = marker.text(in: layout.glyphs)
      let width = TextWidth.columns(of: text)
      guard let centred = Ticks.start(ofWidth: width, under: cell, within: span) else { continue }
      // A label may step aside by a column as long as it stays over its value.
      let start = [centred, centred + 1, centred - 1].first { start in
        let label = start..<start + width
        return label.contains(cell) && label.clamped(to: span) == label
          && !taken.contains { $0.overlaps(label) }
      }
      guard let start else { continue }
      taken.append(start - 1..<start + width + 1)
      frame.put(text, column: geometry.gutter + start, row: labelRow, Style(.marker))
      drawDottedLine(cell, .dim, layout, in: &frame)
      if let sample = marker.samplePosition.flatMap({ geometry.cell(of: $0) }),
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
