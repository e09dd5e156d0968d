import Glibc
import Screen
import Testing

@testable import Plots

struct LineChartTests {
  static let sizes = [(0, 0), (1, 1), (3, 2), (6, 5), (40, 10), (100, 30)]
  static let values: [[Double]] = [
    [], [1], [.nan, 1, .infinity, -.infinity, 3], [2, 2, 2], [0, -1, -2], [1e308, -1e308],
    [1e-12, 1, 1e9],
  ]

  @Test(arguments: sizes, values)
  func `any data at any size gives a frame of that size`(size: (Int, Int), values: [Double]) {
    let size = Size(columns: size.0, rows: size.1)
    for glyphs in GlyphSet.allCases {
      for kind in [Scale.Kind.linear, .log10] {
        let x = values.indices.map(Double.init)
        let chart = LineChart(
          series: [
            LineSeries(x: x, y: values, role: .sample, name: "a", mark: .disc),
            LineSeries(x: values, y: x, role: .law, name: "b", mark: .square),
          ], bands: [LineBand(x: x, low: values, high: values.map { $0 + 1 })], kind: kind,
          reference: 0)
        #expect(chart.frame(size: size, glyphs: glyphs).size == size)
      }
      let plot = DeviationPlot(x: values, deviation: values, total: values.count)
      #expect(plot.frame(size: size, glyphs: glyphs).size == size)
    }
  }

  @Test func `a mark lies in its value's cell`() {
    let x = (0..<10).map(Double.init)
    let y = x.map { pow(0.5, $0) }
    let chart = LineChart(
      series: [LineSeries(x: x, y: y, role: .sample, mark: .disc)], kind: .log10,
      range: 1e-3...1)
    let frame = chart.frame(size: Size(columns: 70, rows: 16), glyphs: .braille)
    let across = Scale(low: 0, high: 9, cells: BinGeometry.plotColumns(in: 70))
    let down = Scale(low: 1, high: 1e-3, cells: 13, kind: .log10)
    for (x, y) in zip(x, y) {
      let column = 7 + (across.cell(of: x) ?? 0)
      #expect(frame[column, 1 + (down.cell(of: y) ?? 0)].glyph == "●")
    }
  }

  @Test func `the band of Massart's constant is as wide as its formula`() {
    let plot = DeviationPlot(x: [], deviation: [], total: 32_768)
    #expect(abs(plot.halfWidth - 0.0075025218071868805) < 1e-15)
  }
}
