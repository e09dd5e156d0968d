private import Mathematics
package import Screen

/// Values as one row of bars on a fixed scale.
package struct Sparkline: Hashable, Sendable {
  /// The values, the last one rightmost.
  package var values: [Double]
  /// The value of an empty cell.
  package var low: Double
  /// The value of a full cell.
  package var high: Double

  /// Makes a sparkline.
  package init(_ values: [Double], low: Double, high: Double) {
    self.values = values
    self.low = low
    self.high = high
  }

  /// The row: the last values that fit, at the right; what is not a number is a question mark.
  package func frame(columns: Int, glyphs: GlyphSet, role: Role = .sample) -> Frame {
    var frame = Frame(size: Size(columns: columns, rows: 1))
    let eighths = PlotGlyphs(glyphs).eighths
    let scale = Scale(low: low, high: high, cells: 8)
    let shown = values.suffix(max(0, columns))
    for (index, value) in zip((columns - shown.count)..., shown) {
      let level = min(8, max(0, scale.position(of: value))).rounded()
      frame[index, 0] =
        value.isNaN
        ? Cell("?", Style(.warning))
        : Cell(eighths[level.isNaN ? 0 : Int(clamping: level)], Style(role))
    }
    return frame
  }
}
