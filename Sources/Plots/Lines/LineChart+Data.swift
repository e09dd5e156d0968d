private import Mathematics
import Screen

extension LineChart {
  /// Shades the cells whose middles lie in a band, and dots the reference through free ones.
  func drawBands(
    _ x: Scale, _ y: Scale, at place: (column: Int, row: Int), in frame: inout Frame,
    _ glyphs: GlyphSet
  ) {
    let isASCII = glyphs == .ascii
    // A light band is the wider one of two: the other lies over it.
    for band in bands.filter(\.isLight) + bands.filter({ !$0.isLight }) {
      let shade = Cell(isASCII ? "." : band.isLight ? "·" : "░", Style(.dim))
      // ASCII has no lighter dot than a dot: every other one is left out.
      for column in stride(from: 0, to: x.cells, by: isASCII && band.isLight ? 2 : 1) {
        guard let range = band.range(at: x.center(of: column)) else { continue }
        for row in 0..<y.cells {
          let middle = y.center(of: row)
          guard middle >= range.low, middle <= range.high else { continue }
          frame[place.column + column, place.row + row] = shade
        }
      }
    }
    guard let row = reference.flatMap({ y.cell(of: $0) }) else { return }
    let dot = Cell(isASCII ? "-" : "┄", Style(.dim))
    for column in 0..<x.cells { frame[place.column + column, place.row + row] = dot }
  }

  /// Draws the lines, then their marks, at every point or at every so many of them.
  func drawSeries(
    _ x: Scale, _ y: Scale, at place: (column: Int, row: Int), in frame: inout Frame,
    _ glyphs: GlyphSet
  ) {
    let resolution = DotResolution(of: glyphs)
    let dash = PlotGlyphs(glyphs).dash
    var all = DotGrid(columns: x.cells, rows: y.cells, resolution: resolution)
    for series in series {
      var own = all.blank
      draw(series, x.refined(by: resolution.across), y.refined(by: resolution.down), in: &own)
      all.formUnion(own)
      for row in 0..<y.cells {
        for column in 0..<x.cells where own[column, row] != 0 {
          guard var glyph = all.glyph(column, row) else { continue }
          if glyphs == .ascii && series.isDashed { glyph = dash }
          frame[place.column + column, place.row + row] = Cell(glyph, Style(series.role))
        }
      }
    }
    for (order, series) in series.enumerated() {
      guard let mark = series.mark.glyph(in: glyphs) else { continue }
      let stride = max(1, (series.x.count * 6 + x.cells - 1) / x.cells)
      // Lines take turns, so that the marks of close ones do not cover each other.
      let first = order * max(1, stride / 2) % stride
      for index in Swift.stride(from: first, to: series.x.count, by: stride) {
        guard let column = x.cell(of: series.x[index]), let row = y.cell(of: series.y[index])
        else { continue }
        frame[place.column + column, place.row + row] = Cell(mark, Style(series.role))
      }
    }
  }

  private func draw(_ series: LineSeries, _ x: Scale, _ y: Scale, in grid: inout DotGrid) {
    var last: (x: Double, y: Double)?
    // Two dots drawn and two left out by turns; whole cells have no room for gaps.
    let hasGaps = series.isDashed && grid.isFine
    var dots = 0
    for (one, other) in zip(series.x, series.y) {
      // The far edges belong to the last dots; what lies beyond is cut a dot outside.
      let across =
        x.position(of: one) == Double(x.cells) ? Double(x.cells - 1) : x.position(of: one)
      let down =
        y.position(of: other) == Double(y.cells) ? Double(y.cells - 1) : y.position(of: other)
      guard across.isFinite, down.isFinite else {
        last = nil
        continue
      }
      let point = (
        x: min(max(across, -1), Double(x.cells)).rounded(.down),
        y: min(max(down, -1), Double(y.cells)).rounded(.down)
      )
      let start = last ?? point
      let steps = Int(clamping: max(abs(point.x - start.x), abs(point.y - start.y)))
      for step in (last == nil ? 0 : min(1, steps))...steps {
        dots = last == nil ? 1 : dots + 1
        if hasGaps && (dots - 1) % 4 > 1 { continue }
        let part = steps == 0 ? 1 : Double(step) / Double(steps)
        grid.set(
          column: Int(clamping: (start.x + (point.x - start.x) * part).rounded()),
          row: Int(clamping: (start.y + (point.y - start.y) * part).rounded()))
      }
      last = point
    }
  }
}
