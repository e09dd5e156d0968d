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
      let glyph = frame[column, 1 + (down.cell(of: y) ?? 0)].glyph
      #expect(glyph.value > 0x2800 && (glyph.value & 0xFF).nonzeroBitCount >= 2)
    }
  }

  /// The dot row of the upper end of each column's dots, as Unicode numbers braille's dots.
  private func tops(_ frame: Frame, _ role: Role) -> [Int] {
    (0..<frame.size.columns).compactMap { column in
      for row in 0..<frame.size.rows {
        let cell = frame[column, row]
        guard cell.style.foreground == role, (0x2801...0x28FF).contains(cell.glyph.value) else {
          continue
        }
        let bits = UInt8(cell.glyph.value & 0xFF)
        let rows: [UInt8] = [0x09, 0x12, 0x24, 0xC0]
        guard let first = rows.firstIndex(where: { bits & $0 != 0 }) else { continue }
        return 4 * row + first
      }
      return nil
    }
  }

  @Test func `marks lie as near to a smooth line as its dots do`() {
    let x = (1...30).map(Double.init)
    let y = x.map { pow(0.7, $0) }
    for mark in [LineMark.disc, .square] {
      let chart = LineChart(
        series: [LineSeries(x: x, y: y, role: .sample, mark: mark, isDotted: true)],
        kind: .log10, domain: 1...30, range: 1e-5...1)
      for columns in [40, 60, 90] {
        let frame = chart.frame(size: Size(columns: columns, rows: 12), glyphs: .braille)
        let tops = tops(frame, .sample)
        // The line falls: dots of it never rise again.
        #expect(tops.count >= 20 && tops == tops.sorted(), "\(mark) in \(columns): \(tops)")
      }
    }
  }

  @Test func `the band of Massart's constant is as wide as its formula`() {
    let plot = DeviationPlot(x: [], deviation: [], total: 32_768)
    #expect(abs(plot.halfWidth - 0.0075025218071868805) < 1e-15)
  }

  @Test func `a band is filled to an eighth of a row and lines lie on it`() throws {
    let x = (1...40).map(Double.init)
    let band = LineBand(x: x, low: x.map { -$0 / 41 }, high: x.map { $0 / 41 })
    let line = LineSeries(x: x, y: x.map { _ in 0.01 }, role: .law)
    let chart = LineChart(series: [line], bands: [band], domain: 1...40, range: -1...1)
    let frame = chart.frame(size: Size(columns: 48, rows: 19), glyphs: .braille, hasFills: true)
    let eighths: [Unicode.Scalar] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    for column in 8..<46 {
      // The eighths of a column that have the band's colour; there are 16 rows over a range of 2.
      let filled = (1...16).reduce(0) { sum, row in
        let cell = frame[column, row]
        if cell.style.background == .band { return sum + 8 }
        guard cell.style.foreground == .band, let part = eighths.firstIndex(of: cell.glyph) else {
          return sum
        }
        return sum + (cell.style.attributes.contains(.reverse) ? 8 - part : part)
      }
      let value = 1 + (Double(column - 7) + 0.5) * 39 / 40
      #expect(abs(Double(filled) - value / 41 * 128) <= 6, "column \(column)")
    }
    let dots = frame.cells.filter { $0.style.foreground == .law && $0.glyph.value > 0x2800 }
    #expect(dots.count == 40 && dots.contains { $0.style.background == .band })
  }

  @Test func `what is measured leaves a line in sight where both agree`() {
    let x = (1...60).map(Double.init)
    let theory = LineSeries(x: x, y: x, role: .law)
    let network = LineSeries(x: x, y: x, role: .sample, mark: .disc, isDotted: true)
    let chart = LineChart(series: [theory, network], domain: 1...60)
    let frame = chart.frame(size: Size(columns: 68, rows: 20), glyphs: .braille)
    let roles = [Role.law, .sample].map { role in frame.cells.count { $0.style.foreground == role }
    }
    #expect(roles[0] >= 20 && roles[1] >= 15)
  }

  @Test func `an axis of layers has whole round numbers`() {
    for depth in [2, 3, 7, 12, 30, 50, 99, 300] {
      for cells in [16, 25, 33, 60, 120] {
        let scale = Scale(low: 1, high: Double(depth), cells: cells)
        let ticks = Ticks(wholeAlong: scale, span: -2..<cells + 1, in: .braille)
        #expect(!ticks.values.isEmpty && ticks.values.allSatisfy { $0 == $0.rounded() && $0 >= 1 })
        let steps = Set(zip(ticks.values, ticks.values.dropFirst()).map { $1 - $0 })
        #expect(steps.count <= 1)
        let first = String(Int(steps.first ?? 1)).first
        #expect(first == "1" || first == "2" || first == "5")
      }
    }
  }

  @Test func `in ASCII a line is drawn with the glyph of its legend alone`() {
    let x = (1...30).map(Double.init)
    let lines: [(Role, LineMark, Bool, Bool)] = [
      (.law, .none, false, false), (.sample, .disc, false, true), (.code, .square, false, true),
      (.pinned, .none, true, false),
    ]
    let chart = LineChart(
      series: lines.map { role, mark, isDashed, isDotted in
        LineSeries(
          x: x, y: x.map { pow(role == .law ? 0.7 : role == .code ? 1.2 : 0.6, $0) }, role: role,
          name: "\(role)", mark: mark, isDashed: isDashed, isDotted: isDotted)
      }, kind: .log10, domain: 1...30, caption: "q", hasNamesAtEnds: false)
    for columns in [60, 80, 100] {
      let frame = chart.frame(size: Size(columns: columns, rows: 20), glyphs: .ascii)
      let glyphs: [Role: Unicode.Scalar] = [.law: "*", .sample: "o", .code: "#", .pinned: "~"]
      for (role, glyph) in glyphs {
        #expect(frame.text.contains("\(glyph) \(role)"))
        let drawn = frame.cells.dropFirst(columns).filter { $0.style.foreground == role }
        #expect(Set(drawn.map(\.glyph)) == [glyph], "\(role) in \(columns)")
      }
    }
  }

  @Test func `a cell that A and a line share has the dots of one of them`() {
    let x = (1...60).map(Double.init)
    let theory = LineSeries(x: x, y: x.map { _ in 0.5 }, role: .law)
    let a = LineSeries(x: x, y: x.map { $0 / 60 }, role: .pinned, isDashed: true)
    func frame(_ series: [LineSeries]) -> Frame {
      LineChart(series: series, domain: 1...60, range: 0...1).frame(
        size: Size(columns: 68, rows: 12), glyphs: .braille)
    }
    let (both, one, other) = (frame([a, theory]), frame([theory]), frame([a]))
    for (index, cell) in both.cells.enumerated() {
      if cell.style.foreground == .law { #expect(cell == one.cells[index]) }
      if cell.style.foreground == .pinned { #expect(cell == other.cells[index]) }
    }
    // Where both are the same line, both are seen.
    var same = a
    same.y = theory.y
    let roles = frame([same, theory]).cells.map(\.style.foreground)
    #expect(roles.count { $0 == .pinned } >= 20 && roles.count { $0 == .law } >= 20)
  }
}
