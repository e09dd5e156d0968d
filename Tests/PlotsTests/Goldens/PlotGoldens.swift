import Plots
import Screen
import Testing

/// Every plot in every glyph set: glyphs, roles and fills.
@Suite struct `Goldens` {
  @Test(arguments: GlyphSet.allCases)
  func `histogram of a normal law`(glyphs: GlyphSet) throws {
    let frame = try Examples.normal(count: 43, selected: 30).frame(
      size: Size(columns: 52, rows: 13), glyphs: glyphs)
    try Snapshots.expect(frame, matches: "histogram-normal-\(glyphs)")
  }

  @Test(arguments: GlyphSet.allCases)
  func `histogram of a uniform law`(glyphs: GlyphSet) throws {
    let frame = try Examples.uniform(count: 15).frame(
      size: Size(columns: 48, rows: 10), glyphs: glyphs)
    try Snapshots.expect(frame, matches: "histogram-uniform-\(glyphs)")
  }

  @Test func `histogram in a large panel`() throws {
    let frame = try Examples.normal(count: 64).frame(
      size: Size(columns: 73, rows: 18), glyphs: .braille)
    try Snapshots.expect(frame, matches: "histogram-large-braille")
  }

  @Test(arguments: GlyphSet.allCases)
  func `residual strip`(glyphs: GlyphSet) throws {
    let frame = try Examples.strip().frame(size: Size(columns: 40, rows: 3), glyphs: glyphs)
    try Snapshots.expect(frame, matches: "residuals-\(glyphs)")
  }

  @Test(arguments: GlyphSet.allCases)
  func `density`(glyphs: GlyphSet) throws {
    let frame = try Examples.density().frame(size: Size(columns: 68, rows: 10), glyphs: glyphs)
    try Snapshots.expect(frame, matches: "density-\(glyphs)")
  }

  @Test(arguments: GlyphSet.allCases)
  func `deviation`(glyphs: GlyphSet) throws {
    let frame = try Examples.deviation().frame(
      size: Size(columns: 64, rows: 12), glyphs: glyphs)
    try Snapshots.expect(frame, matches: "deviation-\(glyphs)")
  }

  @Test(arguments: GlyphSet.allCases)
  func `quantiles`(glyphs: GlyphSet) throws {
    let frame = Comparisons.quantiles(isCompared: false).frame(
      size: Size(columns: 64, rows: 12), glyphs: glyphs)
    try Snapshots.expect(frame, matches: "quantiles-\(glyphs)")
  }

  @Test(arguments: GlyphSet.allCases)
  func `tails`(glyphs: GlyphSet) throws {
    let frame = try Comparisons.tails(isCompared: false).frame(
      size: Size(columns: 64, rows: 12), glyphs: glyphs)
    try Snapshots.expect(frame, matches: "tails-\(glyphs)")
  }

  @Test(arguments: GlyphSet.allCases)
  func `lines with a band on a logarithmic axis`(glyphs: GlyphSet) throws {
    let frame = try Examples.chart().frame(size: Size(columns: 72, rows: 14), glyphs: glyphs)
    try Snapshots.expect(frame, matches: "lines-\(glyphs)")
  }

  @Test func `lines with a legend where there is no room at their ends`() throws {
    let frame = try Examples.chart().frame(size: Size(columns: 44, rows: 12), glyphs: .braille)
    try Snapshots.expect(frame, matches: "lines-narrow-braille")
  }

  @Test(arguments: GlyphSet.allCases)
  func `sparkline`(glyphs: GlyphSet) throws {
    let values = (0...16).map { Double($0) / 16 } + [.nan, 0.5, -3, 7]
    let frame = Sparkline(values, low: 0, high: 1).frame(columns: 24, glyphs: glyphs)
    try Snapshots.expect(frame, matches: "sparkline-\(glyphs)")
  }
}
