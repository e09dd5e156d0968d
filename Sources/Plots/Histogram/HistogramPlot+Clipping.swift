import Screen

extension HistogramPlot {
  /// Marks what reaches beyond the top of an axis that does not cover all.
  func drawClipped(_ layout: Layout, in frame: inout Frame) {
    guard limit != nil else { return }
    // A density at the very top is no more than shown, whatever the division rounds to.
    let top = layout.ticks.maximum * (1 + 1e-9)
    let glyph = PlotGlyphs(layout.glyphs).pointer
    for (bins, role) in [(layout.pinned, Role.pinned), (layout.bins, Role.bright)] {
      guard let bins else { continue }
      for (bin, density) in bins.densities.enumerated() where density > top {
        guard let middle = layout.geometry.cell(of: bins.middle(of: bin)) else { continue }
        let column = layout.geometry.gutter + middle
        let fill = frame[column, layout.rows.top].style.background
        // The glyph would be lost on a bar's own character.
        frame[column, layout.rows.top] = Cell(
          glyph, Style(role, on: role == .bright && layout.glyphs != .ascii ? .bar : fill))
      }
    }
  }
}
