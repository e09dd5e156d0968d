import Plots
import Screen
import Testing

/// The pinned scene A drawn with the present scene B.
@Suite struct `Goldens of comparisons` {
  @Test(arguments: GlyphSet.allCases)
  func `a wider pinned sample over a histogram`(glyphs: GlyphSet) throws {
    let frame = try Comparisons.histogram(count: 56).frame(
      size: Size(columns: 66, rows: 14), glyphs: glyphs)
    try Snapshots.expect(frame, matches: "histogram-compared-\(glyphs)")
  }

  @Test(arguments: GlyphSet.allCases)
  func `a uniform sample with a pinned normal one`(glyphs: GlyphSet) throws {
    let frame = try Comparisons.uniform().frame(
      size: Size(columns: 60, rows: 12), glyphs: glyphs)
    try Snapshots.expect(frame, matches: "histogram-compared-bounded-\(glyphs)")
  }

  @Test(arguments: GlyphSet.allCases)
  func `densities`(glyphs: GlyphSet) throws {
    let frame = try Comparisons.density().frame(
      size: Size(columns: 66, rows: 10), glyphs: glyphs)
    try Snapshots.expect(frame, matches: "density-compared-\(glyphs)")
  }

  @Test(arguments: GlyphSet.allCases)
  func `deviations, A from a smaller sample`(glyphs: GlyphSet) throws {
    let frame = try Comparisons.deviation().frame(
      size: Size(columns: 66, rows: 14), glyphs: glyphs)
    try Snapshots.expect(frame, matches: "deviation-compared-\(glyphs)")
  }

  @Test(arguments: GlyphSet.allCases)
  func `quantiles`(glyphs: GlyphSet) throws {
    let frame = Comparisons.quantiles(isCompared: true).frame(
      size: Size(columns: 66, rows: 14), glyphs: glyphs)
    try Snapshots.expect(frame, matches: "quantiles-compared-\(glyphs)")
  }

  @Test(arguments: GlyphSet.allCases)
  func `tails`(glyphs: GlyphSet) throws {
    let frame = try Comparisons.tails(isCompared: true).frame(
      size: Size(columns: 66, rows: 14), glyphs: glyphs)
    try Snapshots.expect(frame, matches: "tails-compared-\(glyphs)")
  }
}
