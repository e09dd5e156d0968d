import Screen
import Testing

@testable import Plots

@Suite struct `Comparisons with a pinned scene` {
  private static let size = Size(columns: 58, rows: 14)

  private static func plot(_ pinned: [Int]) throws -> HistogramPlot {
    let edges = Laws.edges(0, 1, 10)
    return HistogramPlot(
      bins: try Bins(edges: edges, counts: Array(repeating: 10, count: 10)),
      law: Curve { _ in 1 }, pinned: PinnedSample(bins: try Bins(edges: edges, counts: pinned)))
  }

  @Test(arguments: GlyphSet.allCases)
  func `bins with other edges are drawn where they are`(glyphs: GlyphSet) throws {
    var plot = try Self.plot(Array(repeating: 0, count: 10))
    plot.law = nil
    // From 0.25 to 0.75, in four bins: neither their ends nor their number are those of the bars.
    plot.pinned = PinnedSample(
      bins: try Bins(edges: Laws.edges(0.25, 0.75, 4), counts: [5, 5, 5, 5]))
    let geometry = BinGeometry(bins: plot.bins, columns: Self.size.columns)
    let frame = plot.frame(size: Self.size, glyphs: glyphs)
    let columns = (geometry.gutter..<Self.size.columns).filter { column in
      (2..<12).contains { frame[column, $0].style.foreground == .pinned }
    }
    let ends = [0.25, 0.75].compactMap { geometry.cell(of: $0) }.map { geometry.gutter + $0 }
    #expect(abs((columns.first ?? 0) - ends[0]) <= 1 && abs((columns.last ?? 0) - ends[1]) <= 1)
  }

  @Test func `an empty pinned sample draws nothing`() throws {
    let frame = try Self.plot(Array(repeating: 0, count: 10)).frame(
      size: Self.size, glyphs: .braille)
    #expect(!frame.cells.contains { $0.style.foreground == .pinned })
  }

  @Test(arguments: GlyphSet.allCases)
  func `the vertical axis covers both samples`(glyphs: GlyphSet) throws {
    // All of A is in one bin: ten times as dense as B.
    let counts = (0..<10).map { $0 == 6 ? 100 : 0 }
    let plot = try Self.plot(counts)
    let geometry = BinGeometry(bins: plot.bins, columns: Self.size.columns)
    let frame = plot.frame(size: Self.size, glyphs: glyphs)
    let tops = geometry.columns(ofBin: 6).map { column in
      (1..<12).first { frame[column, $0].style.foreground == .pinned }
    }
    // In the upper third, and whole within the plot, but for gaps between dashes.
    let seen = tops.compactMap(\.self)
    #expect(seen.count * 3 >= tops.count && seen.allSatisfy { $0 <= 4 })
    let present = (1..<12).first { frame[geometry.columns(ofBin: 2).lowerBound, $0] != .blank }
    #expect((present ?? 0) >= 9)
  }

  @Test(arguments: GlyphSet.allCases)
  func `the law wins a cell over the outline`(glyphs: GlyphSet) throws {
    let frame = try Self.plot(Array(repeating: 10, count: 10)).frame(
      size: Self.size, glyphs: glyphs)
    let geometry = BinGeometry(
      bins: try Self.plot([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]).bins, columns: Self.size.columns)
    let data = geometry.gutter + geometry.margin..<geometry.gutter + geometry.plotColumns
    // One density everywhere: the outline would lie under the law in every column.
    for row in 1..<12 {
      let roles = Set(data.map { frame[$0, row].style.foreground })
      if roles.contains(.law) {
        #expect(
          !(geometry.columns(ofBin: 3).contains { frame[$0, row].style.foreground == .pinned }))
      }
    }
  }

  @Test(arguments: GlyphSet.allCases)
  func `the outline differs from bars and law without colour`(glyphs: GlyphSet) throws {
    var plot = try Self.plot([1, 2, 3, 4, 5, 6, 7, 8, 9, 8])
    plot.law = nil
    let frame = plot.frame(size: Self.size, glyphs: glyphs)
    let outline = frame.cells.filter {
      $0.style.foreground == .pinned && !["A", " "].contains($0.glyph)
    }
    #expect(!outline.isEmpty)
    let bars = PlotGlyphs(glyphs).eighths
    for cell in outline {
      #expect(!bars.contains(cell.glyph) && cell.glyph != "*")
      switch glyphs {
      case .block: #expect(!["▀", "▄", "▌", "▐"].contains(cell.glyph))
      default: break
      }
    }
  }

  @Test(arguments: GlyphSet.allCases)
  func `both scenes are named, on free cells only`(glyphs: GlyphSet) throws {
    for columns in 30...100 {
      for rows in [7, 9, 14] {
        let size = Size(columns: columns, rows: rows)
        let plot = try Comparisons.uniform()
        var nameless = plot
        nameless.pinned?.name = String(repeating: "no room ", count: 20)
        let with = plot.frame(size: size, glyphs: glyphs)
        let without = nameless.frame(size: size, glyphs: glyphs)
        let dotted = PlotGlyphs(glyphs).dotted
        for (one, other) in zip(with.cells, without.cells) where one != other {
          #expect(other == .blank || other.glyph == dotted)
        }
      }
    }
    let text = try Comparisons.histogram(count: 56).frame(
      size: Size(columns: 66, rows: 14), glyphs: glyphs
    ).text
    #expect(text.contains(glyphs == .ascii ? "# B  ~ A" : "█ B  ╌ A"))
  }

  @Test(arguments: GlyphSet.allCases)
  func `series have marks and names of their own`(glyphs: GlyphSet) throws {
    let size = Size(columns: 60, rows: 12)
    let legend = glyphs == .ascii ? "* B  ~ A" : "─ B  ╌ A"
    #expect(try Comparisons.deviation().frame(size: size, glyphs: glyphs).text.contains(legend))
    #expect(
      Comparisons.quantiles(isCompared: true).frame(size: size, glyphs: glyphs).text.contains(
        legend))
    let tails = try Comparisons.tails(isCompared: true).frame(size: size, glyphs: glyphs).text
    #expect(tails.contains(glyphs == .ascii ? "~ A" : "╌ A"))
  }

  /// Lines of every slope have gaps, so that A is told from a law without colour.
  @Test(arguments: [-1.0, -0.5, -0.3, 0, 0.25, 0.5, 1, 2])
  func `a dashed curve has as many dots as gaps, whatever its slope`(
    slope: Double
  ) {
    let resolution = DotResolution(of: .braille)
    let scale = Scale(low: 0, high: 1, cells: 30)
    let rows = 30 * resolution.across / resolution.down
    let curve = Curve { 0.5 + slope * ($0 - 0.5) }
    let trace = CurveTrace(curve, along: scale, resolution: resolution)
    func dots(isDashed: Bool) -> Int {
      let grid = trace.dots(rows: rows, maximum: 1, isDashed: isDashed)
      return (0..<rows).reduce(0) { sum, row in
        (0..<30).reduce(sum) { $0 + grid[$1, row].nonzeroBitCount }
      }
    }
    let share = Double(dots(isDashed: true)) / Double(dots(isDashed: false))
    #expect((0.4...0.65).contains(share), "\(share)")
  }

  @Test func `of two bands the wider is shaded lightly, of equal ones there is one`() throws {
    var plot = try Comparisons.deviation()
    let size = Size(columns: 60, rows: 16)
    #expect(plot.frame(size: size, glyphs: .braille).text.contains("····"))
    plot.pinned?.total = plot.total
    #expect(!plot.frame(size: size, glyphs: .braille).text.contains("····"))
  }

  @Test(arguments: [(66, 14), (40, 8), (120, 40)])
  func `end names never cover the plot and stay in their lines' order`(size: (Int, Int)) {
    let x = (0..<10).map(Double.init)
    let series = (0..<3).map { index in
      LineSeries(
        x: x, y: x.map { 5 + $0 / 10_000 * Double(index) }, role: .sample, name: "name\(index)")
    }
    let frame = LineChart(series: series).frame(
      size: Size(columns: size.0, rows: size.1), glyphs: .ascii)
    let lines = frame.text.split(separator: "\n", omittingEmptySubsequences: false)
    let rows = (0..<3).map { index in lines.firstIndex { $0.hasSuffix("* name\(index)") } }
    if size.0 >= 66 {
      // The steepest line ends uppermost.
      let found = rows.compactMap { $0 }
      #expect(found.count == 3 && found == found.sorted(by: >))
    } else {
      #expect(lines[0].contains("* name0  * name1"))
    }
  }

  @Test func `an isolated value of a dashed line is drawn`() {
    let counts = (0..<30).map { $0.isMultiple(of: 3) ? 5 : 0 }
    let series = LineSeries(
      x: Laws.edges(0, 1, 29), y: counts.map { $0 > 0 ? 1 : .nan }, role: .pinned, isDashed: true)
    let frame = LineChart(series: [series]).frame(
      size: Size(columns: 68, rows: 8), glyphs: .braille)
    #expect(frame.cells.filter { $0.style.foreground == .pinned }.count == 10)
  }
}
