import Glibc
import Plots
import Screen
import Testing

@Suite struct `Goldens of heat maps` {
  /// A wave that fades to the right, with what is no number in two corners.
  static func wave(rows: Int, columns: Int) -> HeatMap {
    var values = (0..<rows * columns).map { index in
      let (row, column) = (Double(index / columns), Double(index % columns))
      return 0.3 * cos(row * 0.55 - column * 0.3) * exp(-column / Double(columns))
    }
    values[0] = .nan
    values[columns - 1] = .infinity
    values[rows * columns - 1] = -.infinity
    return HeatMap(values: values, rows: rows, columns: columns, limit: 0.3)
  }

  /// Activations by layer: a density that grows narrower with every row.
  static func layers(columns: Int) -> HeatMap {
    let values = (0..<10 * columns).map { index in
      let x = (Double(index % columns) + 0.5) / Double(columns) * 6 - 3
      let width = 1.2 * pow(0.9, Double(index / columns))
      return exp(-x * x / (2 * width * width)) / width / 2.5
    }
    return HeatMap(
      values: values, rows: 10, columns: columns, kind: .sequential(low: 0, high: 0.85))
  }

  @Test(arguments: GlyphSet.allCases)
  func `diverging`(glyphs: GlyphSet) throws {
    let size = Size(columns: 40, rows: 10)
    let cells = HeatMap.cells(in: size, glyphs: glyphs)
    let frame = Self.wave(rows: cells.rows, columns: cells.columns).frame(
      size: size, glyphs: glyphs)
    try Snapshots.expect(frame, matches: "heat-map-diverging-\(glyphs)")
  }

  @Test(arguments: [GlyphSet.braille, .ascii])
  func `diverging without colours`(glyphs: GlyphSet) throws {
    let size = Size(columns: 40, rows: 10)
    let cells = HeatMap.cells(in: size, glyphs: glyphs, usesColor: false)
    let frame = Self.wave(rows: cells.rows, columns: cells.columns).frame(
      size: size, glyphs: glyphs, usesColor: false)
    try Snapshots.expect(frame, matches: "heat-map-diverging-mono-\(glyphs)")
  }

  @Test(arguments: GlyphSet.allCases)
  func `diverging with its bar at the right`(glyphs: GlyphSet) throws {
    let size = Size(columns: 64, rows: 5)
    let frame = Self.wave(rows: 5, columns: 26).frame(size: size, glyphs: glyphs)
    try Snapshots.expect(frame, matches: "heat-map-right-\(glyphs)")
  }

  @Test(arguments: GlyphSet.allCases)
  func `activations by layer as rows of shades`(glyphs: GlyphSet) throws {
    let frame = Self.layers(columns: 60).frame(size: Size(columns: 60, rows: 11), glyphs: glyphs)
    try Snapshots.expect(frame, matches: "heat-map-layers-\(glyphs)")
  }

  @Test func `activations by layer without colours`() throws {
    let frame = Self.layers(columns: 60).frame(
      size: Size(columns: 60, rows: 11), glyphs: .block, usesColor: false)
    try Snapshots.expect(frame, matches: "heat-map-layers-mono-block")
  }
}
