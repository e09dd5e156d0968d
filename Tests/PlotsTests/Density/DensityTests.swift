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

  @Test func `sample and law are told apart in every glyph set`() throws {
    for glyphs in GlyphSet.allCases {
      let frame = try Examples.density().frame(size: Size(columns: 60, rows: 12), glyphs: glyphs)
      let shapes = frame.cells.filter { !$0.glyph.properties.isAlphabetic || $0.glyph == "o" }
      let sample = shapes.filter { [.sample, .bar].contains($0.style.foreground) }
      let law = shapes.filter { $0.style.foreground == .law }
      #expect(sample.contains { $0.glyph == (glyphs == .ascii ? "@" : "█") })
      #expect(
        Set(sample.map(\.glyph)).intersection(law.map(\.glyph)).isSubset(of: [" "]) && !law.isEmpty)
      if glyphs == .ascii { #expect((sample + law).allSatisfy { $0.glyph.isASCII }) }
    }
  }

  @Test(arguments: GlyphSet.allCases)
  func `A stands above B on the same scale, both filled from below`(glyphs: GlyphSet) {
    let plot = DensityPlot(
      sample: Array(repeating: 1, count: 40), low: 0, high: 1, names: ("B", "law"),
      pinned: Array(repeating: 2, count: 40))
    let frame = plot.frame(size: Size(columns: 60, rows: 14), glyphs: glyphs)
    func height(_ roles: [Role]) -> Int {
      (0..<12).count {
        roles.contains(frame[30, $0].style.foreground) && frame[30, $0].glyph != " "
      }
    }
    // Six rows each: A fills its own, B half of its.
    #expect(height([.pinned]) == 2 * height([.bar, .sample]) && height([.pinned]) >= 4)
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
