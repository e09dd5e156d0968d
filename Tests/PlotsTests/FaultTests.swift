import Glibc
import Screen
import Testing

@testable import Plots

/// Faults seen in other terminal plots, one test each.
@Suite struct `Faults of other plots` {
  /// plotext takes linspace(min, max, bins) for the bins' centres, half a bin off at both ends.
  @Test func `the first bin begins at the minimum and the last ends at the maximum`() throws {
    let bins = try Bins(edges: Laws.edges(-2, 3, 10), counts: Array(repeating: 1, count: 10))
    for columns in 10...120 {
      let geometry = BinGeometry(bins: bins, columns: columns)
      guard geometry.binsPerColumn == 1, geometry.columnsPerBin > 0 else { continue }
      let first = geometry.scale.value(at: Double(geometry.margin))
      let last = geometry.scale.value(at: Double(geometry.plotColumns - geometry.margin))
      #expect(abs(first + 2) < 1e-9 && abs(last - 3) < 1e-9)
      #expect(geometry.columns(ofBin: 0).lowerBound == geometry.gutter + geometry.margin)
    }
  }

  /// textplots-rs drops the maximum, whose cell would begin where the plot ends.
  @Test(arguments: GlyphSet.allCases)
  func `the maximum is drawn, in the last cell`(glyphs: GlyphSet) throws {
    var counts = Array(repeating: 0, count: 20)
    counts[19] = 1
    let plot = HistogramPlot(bins: try Bins(edges: Laws.edges(0, 1, 20), counts: counts))
    let geometry = BinGeometry(bins: plot.bins, columns: 40)
    let frame = plot.frame(size: Size(columns: 40, rows: 8), glyphs: glyphs)
    let last = try #require(geometry.cell(of: 1)) + geometry.gutter
    #expect(frame[last, 5].style.foreground == .bar)
    let chart = LineChart(series: [LineSeries(x: [0, 1], y: [0, 1], role: .law, mark: .disc)])
      .frame(size: Size(columns: 30, rows: 8), glyphs: glyphs)
    // Its lower end is the first column's last row, its upper end the last column's first.
    let ends = [chart[chart.size.columns - 2, 1], chart[7, 5]].map(\.glyph)
    let marks: [Unicode.Scalar] =
      switch glyphs {
      case .ascii: ["o", "o"]
      case .block: ["▀", "▄"]
      case .braille: ["⠛", "⣤"]
      }
    #expect(zip(ends, marks).allSatisfy { $0 == $1 || glyphs != .ascii && $0 != " " })
  }

  /// ratatui's labels along x do not stand under their values.
  @Test(arguments: [(-0.3, 0.3), (0, 1), (-1e-4, 3e-4), (2, 900)] as [(Double, Double)])
  func `a label stands under its value's cell`(ends: (Double, Double)) {
    for cells in 20...140 {
      let scale = Scale(low: ends.0, high: ends.1, cells: cells)
      let rows = PlotRows(rows: 4)
      var frame = Frame(size: Size(columns: cells + 8, rows: 4))
      let span = -2..<cells + 1
      frame.drawHorizontalAxis(scale, column: 7, span: span, rows: rows, in: .braille)
      let ticks = Ticks(along: scale, span: span, in: .braille)
      for value in ticks.values {
        guard let cell = scale.cell(of: value) else { continue }
        #expect(frame[7 + cell, rows.axis ?? 0].glyph == "┬")
        #expect(frame[7 + cell, rows.labels ?? 0].glyph != " ")
      }
    }
  }

  /// ntcharts places ticks by one scale and data by another.
  @Test func `ticks, bars, curve, markers and residuals agree on every column`() throws {
    for columns in 31...110 {
      let count = BinGeometry.plotColumns(in: columns)
      // A spike at 0.2, where there is a tick and a marker, and the law jumps.
      var counts = Array(repeating: 0, count: count)
      let scale = Scale(low: 0, high: 1, cells: count)
      let spike = try #require(scale.cell(of: 0.2))
      counts[spike] = 1000
      let bins = try Bins(edges: Laws.edges(0, 1, count), counts: counts)
      let marker = Marker(0.2, label: "m", asciiLabel: "m")
      let frame = HistogramPlot(bins: bins, markers: [marker]).frame(
        size: Size(columns: columns, rows: 9), glyphs: .ascii)
      let expected = counts.map { $0 > 0 ? 900.0 : 100 }
      let strip = ResidualStrip(bins: bins, expected: expected).frame(
        size: Size(columns: columns, rows: 2), glyphs: .ascii)
      let column = BinGeometry.gutter(in: columns) + spike
      #expect(frame[column, 0].glyph == "m")
      #expect(frame[column, 6].glyph == "#")
      #expect(strip[column, 0].glyph == "#" && strip[column - 1, 1].glyph == "#")
      let ticks = Ticks(along: scale, span: -2..<count + 1, in: .ascii)
      if ticks.values.contains(where: { abs($0 - 0.2) < 1e-12 }) {
        #expect(frame[column, 7].glyph == "+")
      }
    }
  }

  /// UnicodePlots' partial blocks are not linear in the count.
  @Test(arguments: 1...30) func `bars are linear in eighths`(rows: Int) {
    let most = 8 * rows
    let heights = BarHeights(counts: Array(0...most), maximum: Double(most), rows: rows)
    #expect(heights.eighths == Array(0...most))
  }

  /// UnicodePlots' small bins vanish.
  @Test(arguments: GlyphSet.allCases)
  func `a single value beside a million shows, an empty bin does not`(glyphs: GlyphSet) throws {
    let bins = try Bins(edges: Laws.edges(0, 3, 3), counts: [1, 1_000_000, 0])
    let frame = HistogramPlot(bins: bins).frame(size: Size(columns: 38, rows: 8), glyphs: glyphs)
    let geometry = BinGeometry(bins: bins, columns: 38)
    let least: Unicode.Scalar = glyphs == .ascii ? "." : "▁"
    #expect(geometry.columns(ofBin: 0).allSatisfy { frame[$0, 5].glyph == least })
    #expect(geometry.columns(ofBin: 2).allSatisfy { frame[$0, 5].glyph == " " })
  }

  /// A histogram of counts under a curve of density is flat, or the curve is.
  @Test(arguments: [100, 10_000, 1_000_000])
  func `bars of a law's own sample are as tall as its curve`(total: Int) throws {
    let (bins, _) = try Laws.normalBins(std: 1, low: -4, high: 4, count: 40, total: total)
    let size = Size(columns: 49, rows: 20)
    let bars = HistogramPlot(bins: bins).frame(size: size, glyphs: .braille)
    let both = HistogramPlot(bins: bins, law: Laws.normal(std: 1)).frame(
      size: size, glyphs: .braille)
    func top(_ frame: Frame, _ role: Role) -> Int? {
      (0..<size.rows).first { row in
        (7..<48).contains {
          frame[$0, row].style.foreground == role && frame[$0, row].glyph != " "
        }
      }
    }
    let (bar, curve) = (try #require(top(bars, .bar)), try #require(top(both, .law)))
    #expect(abs(bar - curve) <= 1)
    #expect(bar <= 5)
  }

  @Test(arguments: GlyphSet.allCases)
  func `no label is a negative zero`(glyphs: GlyphSet) {
    let negative = NumberText.minus(in: glyphs) + "0"
    for cells in [20, 47, 93] {
      for (low, high) in [(-0.3, 0.3), (-1e-9, 1e-9), (-0.1, 0.25), (-7e5, 3e5), (-1.0, 0)] {
        let scale = Scale(low: low, high: high, cells: cells)
        for text in Ticks(along: scale, span: -2..<cells + 1, in: glyphs).labels
          + Ticks(up: scale, labelColumns: 6, in: glyphs).labels
        {
          let digits = text.drop { !$0.isNumber }
          let isZero = digits.allSatisfy { $0 == "0" || $0 == "." }
          #expect(!isZero || text == "0", "\(text)")
        }
      }
    }
    for value in [-0.0, -1e-300, -0.004] {
      #expect(NumberText.fixed(value, decimals: 2, in: glyphs) == "0.00")
    }
    #expect(NumberText.significant(-0.0, in: glyphs) == "0")
    #expect(!NumberText.fixed(-0.0, decimals: 0, in: glyphs).hasPrefix(negative))
  }
}
