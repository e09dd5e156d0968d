private import Clamping
public import Screen

/// Values as one row of bars on a fixed scale.
public struct Sparkline: Hashable, Sendable {
  /// The values, the last one rightmost.
  public var values: [Double]
  /// The value of an empty cell.
  public var low: Double
  /// The value of a full cell.
  public var high: Double

  /// Makes a sparkline.
  public init(_ values: [Double], low: Double, high: Double) {
    self.values = values
    self.low = low
    self.high = high
  }

  /// The row: the last values that fit, at the right; what is not a number is a question mark.
  public func frame(columns: Int, glyphs: GlyphSet, role: Role = .sample) -> Frame {
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
