import Screen
import Testing

@testable import Plots

struct DensityTests {
  @Test func `resampling keeps the mass`() {
    let sample = (0..<37).map { Double(($0 * 11) % 17) }
    let plot = DensityPlot(sample: sample, low: 0, high: 37)
    for columns in 1...90 {
      let densities = DensityPlot.densities(of: plot.sample, inColumns: columns)
      let mass = densities.reduce(0, +) / Double(columns) * 37
      #expect(abs(mass - sample.reduce(0, +)) < 1e-9)
    }
    #expect(DensityPlot.densities(of: plot.sample, inColumns: 37) == sample)
  }

  @Test func `the data is plain characters in every glyph set`() throws {
    for glyphs in GlyphSet.allCases {
      let frame = try Examples.density().frame(size: Size(columns: 60, rows: 12), glyphs: glyphs)
      let drawn = frame.cells.filter { [.sample, .law].contains($0.style.foreground) }
      #expect(drawn.allSatisfy { $0.glyph.isASCII })
      #expect(drawn.contains { $0.glyph == "@" } && drawn.contains { $0.glyph == "o" })
    }
  }

  @Test func `shades grow with the density`() {
    let sample = (0...90).map { Double($0) }
    // No room for a legend.
    let name = String(repeating: "x", count: 100)
    let frame = DensityPlot(sample: sample, low: 0, high: 1, names: (name, "law")).frame(
      size: Size(columns: 99, rows: 3), glyphs: .ascii)
    let shades = " .:-=+*#%@"
    let row = (7..<98).map { column in
      (0..<3).reduce(0) { total, row in
        let glyph = Character(frame[column, row].glyph)
        guard frame[column, row].style.foreground == .sample else { return total }
        return total
          + (shades.firstIndex(of: glyph).map {
            shades.distance(from: shades.startIndex, to: $0)
          } ?? 0)
      }
    }
    #expect(row == row.sorted())
  }
}
