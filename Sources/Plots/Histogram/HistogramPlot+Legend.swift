import Screen

extension HistogramPlot {
  /// Says which scene is the bars and which the outline, in free cells of the upper rows or, where
  /// the data leaves none, of the marker row.
  @discardableResult
  func drawLegend(_ layout: Layout, inData: Bool, in frame: inout Frame) -> Bool {
    guard let pinned = comparable else { return true }
    let glyphs = PlotGlyphs(layout.glyphs)
    let entries = [
      LegendEntry(glyphs.full, pinned.presentName, .bar),
      LegendEntry(glyphs.dash, pinned.name, .pinned),
    ]
    let geometry = layout.geometry
    let rows =
      inData
      ? layout.rows.top..<layout.rows.top + min(3, layout.rows.count)
      : layout.rows.caption.map { $0..<$0 + 1 } ?? 0..<0
    let columns = geometry.gutter..<geometry.gutter + geometry.plotColumns
    return frame.drawLegend(entries, columns: columns, rows: rows)
  }
}
