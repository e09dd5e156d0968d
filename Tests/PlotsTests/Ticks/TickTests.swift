import Glibc
import Screen
import Testing

@testable import Plots

struct TickTests {
  /// Reference values by mizani's independent implementation (breaks_extended).
  static let references: [(Double, Double, Double, Double, Double, Int)] = [
    (-0.317, 0.317, 6.0, -0.3, 0.1, 7), (0, 1, 5, 0, 0.25, 5),
    (-0.08838834764831845, 0.08838834764831845, 7, -0.09, 0.03, 7),
    (0.013, 0.0892, 5, 0.01, 0.02, 5), (-3.2e-7, 4.1e-7, 5, -4e-7, 2e-7, 5),
    (98, 103, 6, 98, 1, 6), (1e5, 3.7e6, 4, 0, 1e6, 5), (-2.7, 11.3, 8, -2, 2, 8),
  ]

  @Test(arguments: references)
  func `the search finds what Talbot's algorithm finds`(
    low: Double, high: Double, target: Double, first: Double, step: Double, count: Int
  ) throws {
    let search = TickSearch(low: low, high: high, target: target, isInside: false)
    let best = try #require(search.best())
    #expect(abs(best.first - first) < 1e-9 * (high - low))
    #expect(abs(best.step - step) < 1e-9 * (high - low))
    #expect(best.count == count)
  }

  static let ranges: [(Double, Double)] = [
    (-0.317, 0.317), (-0.0884, 0.0884), (0, 1), (-1e-7, 1e-7), (0.9999, 1.0001), (-3, 12345),
    (1e9, 2e9), (-1e300, 1e300), (1e15, 1e15 + 4), (4, 4), (.nan, 3), (-7e-5, 2e-5),
  ]

  @Test(arguments: ranges, [1, 3, 12, 32, 65, 93, 200])
  func `labels sit under their cells, apart and without minus zero`(
    range: (Double, Double), cells: Int
  ) {
    let scale = Scale(low: range.0, high: range.1, cells: cells)
    for glyphs in GlyphSet.allCases {
      let ticks = Ticks(along: scale, span: -2..<cells + 1, in: glyphs)
      #expect(ticks.values.count == ticks.labels.count)
      var end = -100
      for (value, label) in zip(ticks.values, ticks.labels) {
        let cell = scale.cell(of: value)
        #expect(cell != nil)
        let width = TextWidth.columns(of: label)
        let start = Ticks.start(ofWidth: width, under: cell ?? 0, within: -2..<cells + 1)
        #expect((start ?? -100) >= end + 2)
        end = (start ?? 0) + width
        #expect(!["-0", "−0", "-0.0"].contains(label))
        #expect(glyphs != .ascii || label.utf8.count == label.count)
      }
      #expect(Set(ticks.labels).count == ticks.labels.count)
    }
  }

  @Test func `labels share their decimals or their exponent`() {
    func labels(_ low: Double, _ high: Double, _ cells: Int, _ glyphs: GlyphSet = .braille)
      -> [String]
    {
      let scale = Scale(low: low, high: high, cells: cells)
      return Ticks(along: scale, span: -2..<cells + 1, in: glyphs).labels
    }
    #expect(labels(-0.317, 0.317, 64) == ["−0.3", "−0.2", "−0.1", "0", "0.1", "0.2", "0.3"])
    #expect(labels(-0.125, 0.125, 64) == ["−0.10", "−0.05", "0", "0.05", "0.10"])
    #expect(labels(-2e-6, 2e-6, 50, .ascii) == ["-2e-6", "-1e-6", "0", "1e-6", "2e-6"])
    #expect(labels(0, 4e6, 50) == ["0", "1e6", "2e6", "3e6", "4e6"])
  }

  static let peaks: [Double] = [
    0.3, 0.5, 1, 2.9, 5.53, 12, 4e5, 1.6e6, 3e-7, 0.0123, .nan, .infinity, 0, -1,
  ]

  @Test(arguments: peaks)
  func `a vertical axis steps by whole rows and holds its peak`(peak: Double) {
    for rows in 1...40 {
      let axis = RowTicks(peak: peak, rows: rows, in: .braille)
      if peak.isFinite && peak > 0 {
        #expect(axis.maximum >= peak * (1 - 1e-9))
      }
      let cells = axis.ticks.values.map { axis.scale.cell(of: $0) }
      #expect(cells.first == .some(rows))
      let steps = zip(cells, cells.dropFirst()).map { ($0 ?? 0) - ($1 ?? 0) }
      #expect(Set(steps).count <= 1)
      #expect(axis.ticks.labels.allSatisfy { TextWidth.columns(of: $0) <= 6 })
    }
  }

  @Test func `a good part of the rows is used`() {
    for rows in 5...40 {
      for peak in stride(from: 1.0, to: 10, by: 0.13) {
        let axis = RowTicks(peak: peak, rows: rows, in: .braille)
        #expect(axis.maximum <= peak * 1.35, "\(rows) rows, peak \(peak)")
      }
    }
  }

  @Test func `decades are named by powers`() {
    let scale = Scale(low: 1e-6, high: 1e2, cells: 80, kind: .log10)
    let ticks = Ticks(along: scale, span: -2..<81, in: .braille)
    #expect(ticks.labels == ["10⁻⁶", "10⁻⁵", "10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "1", "10¹", "10²"])
    let narrow = Scale(low: 1e-6, high: 1e2, cells: 30, kind: .log10)
    let few = Ticks(along: narrow, span: -2..<31, in: .ascii)
    #expect(few.labels == ["1e-6", "1e-4", "1e-2", "1e0", "1e2"])
  }

  @Test func `within a decade all ticks have one notation`() {
    let small = Scale(low: 1.5e-8, high: 1.5e-7, cells: 18, kind: .log10)
    #expect(Ticks(up: small, labelColumns: 6, in: .braille).labels == ["2e−8", "5e−8", "1e−7"])
    let plain = Scale(low: 0.09, high: 1.1, cells: 24, kind: .log10)
    #expect(Ticks(up: plain, labelColumns: 6, in: .ascii).labels == ["1e-1", "1e0"])
    let half = Scale(low: 0.15, high: 1.1, cells: 24, kind: .log10)
    #expect(Ticks(up: half, labelColumns: 6, in: .ascii).labels == ["0.2", "0.5", "1"])
  }

  @Test(arguments: [6, 9, 13, 14, 21])
  func `in pictures a tick and its label lie where their value is`(rows: Int) throws {
    let size = Size(columns: 73, rows: rows)
    let x = (1...30).map(Double.init)
    let chart = LineChart(
      series: [LineSeries(x: x, y: x.map { pow(0.6, $0) }, role: .sample)], kind: .log10,
      domain: 1...30, range: 1e-7...1, isCounting: true)
    let frame = chart.frame(size: size, glyphs: .braille)
    // A label is a power of ten; a row is 16 high.
    for row in 1..<rows - 2 where frame[6, row].glyph == "┤" {
      let label = (0..<6).map { frame[$0, row] }.filter { $0.glyph != " " }
      let digits: [Unicode.Scalar] = Array("⁰¹²³⁴⁵⁶⁷".unicodeScalars)
      let power = label.last.flatMap { digits.firstIndex(of: $0.glyph) } ?? 0
      let place = Double(power) / 7 * Double(16 * (rows - 3))
      let offset = frame[6, row].offset
      #expect(abs(Double(16 * (row - 1) + 8 + Int(offset.down)) - place) <= 0.5)
      #expect(label.allSatisfy { $0.offset == offset })
    }
    let columns = (7..<73).filter { frame[$0, rows - 2].glyph == "┬" }
    let places = columns.map { 8 * $0 + Int(frame[$0, rows - 2].offset.across) }
    let steps = zip(places, places.dropFirst()).map { $1 - $0 }
    #expect(steps.count >= 2 && (steps.max() ?? 0) - (steps.min() ?? 0) <= 1)
  }

  @Test func `a histogram's bars stand at its 0 in pictures, and its ticks on their values`() throws
  {
    let bins = try Bins(edges: [0, 0.125, 0.25], counts: [4, 4])
    let plot = HistogramPlot(bins: bins, law: Curve { _ in 4 })
    let frame = plot.frame(size: Size(columns: 60, rows: 24), glyphs: .braille)
    let rows = (1..<23).filter { frame[5, $0].glyph != " " || frame[4, $0].glyph != " " }
    #expect(rows.count >= 3)
    // Steps of whole rows: each tick is at its row's end, 0 where the rows of data end.
    #expect(rows.last == 22)
    for row in rows { #expect((0..<7).contains { frame[$0, row].offset.down == -8 }) }
  }
}
