private import Mathematics
package import Screen
internal import Statistics

/// The residuals z = (observed − expected)/√(np(1 − p)) of a histogram's bins, two rows tall, with n
/// the size of the sample and p = expected/n.
///
/// Residuals above zero rise from the middle, those below hang from it; a full cell is |z| ≥ 3,
/// where the bar is clipped and takes the role of an alert.
package struct ResidualStrip: Sendable {
  /// The sample's counts.
  package var bins: Bins
  /// The law's counts in each bin.
  package var expected: [Double]
  /// The line beneath, such as "χ² 53 over 49 bins · worst −3.4"; empty for none.
  ///
  /// The caller gives it in characters of the glyph set.
  package var caption: String
  /// The bin under the crosshair.
  package var selected: Int?

  /// The residual at which a bar is full.
  package static let limit = 3.0
  /// Makes a strip.
  package init(bins: Bins, expected: [Double], caption: String = "", selected: Int? = nil) {
    self.bins = bins
    self.expected = expected
    self.caption = caption
    self.selected = selected
  }

  /// The residual of a count out of so many, or nil where too few values are expected for it to mean
  /// anything.
  package static func residual(observed: Int, expected: Double, total: Int) -> Double? {
    Residual(observed: observed, expected: expected, total: Double(total))?.value
  }

  /// The strip as a frame of exactly that size.
  package func frame(size: Size, glyphs: GlyphSet) -> Frame {
    var frame = Frame(size: size)
    let geometry = BinGeometry(bins: bins, columns: size.columns)
    let set = PlotGlyphs(glyphs)
    if geometry.gutter > 1 {
      let minus = NumberText.minus(in: glyphs)
      frame.put("z +3", endColumn: geometry.gutter - 2, row: 0, Style(.dim))
      frame.put("\(minus)3", endColumn: geometry.gutter - 2, row: 1, Style(.dim))
    }
    if geometry.gutter > 0 {
      for row in 0..<2 { frame[geometry.gutter - 1, row] = Cell(set.vertical, Style(.dim)) }
    }
    frame.put(caption, column: geometry.gutter, row: 2, Style(.dim))
    for (bin, residual) in residuals(geometry).enumerated() {
      guard let residual, let cell = cell(residual, set) else { continue }
      for column in geometry.columns(ofBin: bin) {
        frame[column, residual > 0 ? 0 : 1] = cell
      }
    }
    if let selected, bins.counts.indices.contains(selected) {
      for column in geometry.columns(ofBin: selected / geometry.binsPerColumn) {
        for row in 0..<2 { frame[column, row].style.attributes.insert(.bold) }
      }
    }
    return frame
  }

  /// The residuals of the drawn bins.
  private func residuals(_ geometry: BinGeometry) -> [Double?] {
    guard expected.count == bins.count, geometry.columnsPerBin > 0 else { return [] }
    let merged = bins.merged(by: geometry.binsPerColumn)
    return merged.counts.enumerated().map { bin, count in
      let start = bin * geometry.binsPerColumn
      let wanted = expected[start..<min(bins.count, start + geometry.binsPerColumn)].reduce(0, +)
      return Self.residual(observed: count, expected: wanted, total: bins.total)
    }
  }

  private func cell(_ residual: Double, _ glyphs: PlotGlyphs) -> Cell? {
    let size = abs(residual)
    let isAlert = size >= Self.limit
    // Only what reaches the limit fills the cell, so that an alert shows without colour.
    let eighths = isAlert ? 8 : min(7, Int(clamping: (size / Self.limit * 8).rounded()))
    guard eighths > 0 else { return nil }
    if residual > 0 {
      return Cell(glyphs.eighths[eighths], Style(isAlert ? .alert : .residualUp))
    }
    let isReversed = glyphs.isHangingReversed && eighths < 8
    let style = Style(isAlert ? .alert : .residualDown, isReversed ? .reverse : [])
    return Cell(glyphs.hanging[eighths], style)
  }
}
