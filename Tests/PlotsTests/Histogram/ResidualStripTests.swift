import Plots
import Screen
import Testing

struct ResidualStripTests {
  @Test func `a residual is a difference in standard errors`() {
    // (observed − np)/√(np(1 − p)): a tenth of 1000 has variance 90.
    let residual = { (observed: Int, expected: Double, total: Int) in
      ResidualStrip.residual(observed: observed, expected: expected, total: total)
    }
    #expect(residual(130, 100, 1000) == 30 / 90.0.squareRoot())
    #expect(residual(80, 100, 200) == -20 / 50.0.squareRoot())
    #expect(residual(3, 0.2, 100) == nil && residual(3, .nan, 100) == nil)
    #expect(residual(98, 98, 100) == nil)
  }

  @Test func `only what reaches three is a full cell and an alert`() throws {
    for glyphs in GlyphSet.allCases {
      let frame = try Examples.strip().frame(size: Size(columns: 24, rows: 3), glyphs: glyphs)
      let full = frame.cells.filter { $0.glyph == (glyphs == .ascii ? "#" : "█") }
      #expect(full.count == 4)
      #expect(full.allSatisfy { $0.style == Style(.alert) })
      #expect(frame.cells.filter { $0.style.foreground == .alert }.count == 4)
    }
  }

  @Test(arguments: [40, 73, 100, 131]) func `the strip lines up with its histogram`(
    columns: Int
  ) throws {
    let counts = (0..<30).map { $0 == 17 ? 400 : 100 }
    let bins = try Bins(edges: Laws.edges(-1, 1, 30), counts: counts)
    let plot = HistogramPlot(bins: bins).frame(
      size: Size(columns: columns, rows: 12), glyphs: .braille)
    let strip = ResidualStrip(bins: bins, expected: counts.map { _ in 100 })
      .frame(size: Size(columns: columns, rows: 3), glyphs: .braille)
    let tall = (0..<columns).filter { plot[$0, 3].style.foreground == .bar }
    let alert = (0..<columns).filter { strip[$0, 0].style.foreground == .alert }
    #expect(!tall.isEmpty)
    #expect(tall == alert)
  }
}
