import Screen
import Testing

@testable import Plots

struct TailTests {
  static let sizes = [(0, 0), (1, 1), (3, 2), (40, 8), (100, 20)]

  @Test(arguments: sizes) func `tails and quantiles keep to any size`(size: (Int, Int)) throws {
    let size = Size(columns: size.0, rows: size.1)
    let (bins, _) = try Laws.normalBins(std: 1, low: -5, high: 5, count: 30, total: 9000)
    let empty = try Bins(edges: [0, 1], counts: [0])
    for glyphs in GlyphSet.allCases {
      for bins in [bins, empty] {
        let plot = TailPlot(bins: bins, law: Laws.normal(std: 1))
        #expect(plot.frame(size: size, glyphs: glyphs).size == size)
      }
      let plot = QuantilePlot(theory: [-1, 0, 1], sample: [.nan, 0.1, .infinity])
      #expect(plot.frame(size: size, glyphs: glyphs).size == size)
    }
  }

  @Test func `a normal density is a parabola on the logarithmic axis`() throws {
    let (bins, _) = try Laws.normalBins(std: 1, low: -4, high: 4, count: 31, total: 1_000_000)
    let frame = TailPlot(bins: bins, law: Laws.normal(std: 1))
      .frame(size: Size(columns: 60, rows: 16), glyphs: .braille)
    // Row 0 is the legend's; a mark of the sample may cover the curve.
    let tops = (7..<33).compactMap { column in
      (1..<16).first { frame[column, $0].style.foreground == .law }
    }
    #expect(tops.count > 20)
    #expect(tops == tops.sorted(by: >))
  }
}
