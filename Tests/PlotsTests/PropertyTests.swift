import Screen
import Testing

@testable import Plots

/// What holds for every plot, whatever its numbers and its size.
@Suite struct `Every plot` {
  static let sizes = [
    (0, 0), (1, 1), (3, 2), (7, 4), (2, 40), (40, 1), (29, 6), (30, 7), (66, 14), (160, 50),
  ].map { Size(columns: $0.0, rows: $0.1) }

  static let numbers: [[Double]] = [
    [], [1], [.nan], [.infinity], [0, 0, 0, 0], [7, 7, 7, 7, 7], [-1, 2, .nan, 3, .infinity],
    [.nan, .nan], [-.infinity, .infinity], [-1e308, 1e308],
    [.leastNonzeroMagnitude, .leastNormalMagnitude],
    (0..<500).map { Double($0 * 7919 % 101) / 50 - 1 },
  ]

  @Test(arguments: numbers) func `has exactly its size with any numbers`(values: [Double]) {
    for plot in AnyPlot.all(of: values) {
      for size in Self.sizes {
        for glyphs in GlyphSet.allCases { check(plot, size, glyphs) }
      }
    }
  }

  static let counts: [[Int]] = [
    [0], [0, 0, 0], [1], [5, 5, 5, 5], [0, 1, 1_000_000_000_000], Array(repeating: 3, count: 700),
  ]

  @Test(arguments: counts) func `has exactly its size with any counts`(counts: [Int]) throws {
    let ends = [(-1.0, 1.0), (0, 1e-300), (-1e304, 1e304), (5, 5.001)]
    for (low, high) in ends {
      for plot in try AnyPlot.all(ofCounts: counts, low: low, high: high) {
        for size in Self.sizes {
          for glyphs in GlyphSet.allCases { check(plot, size, glyphs) }
        }
      }
    }
  }

  private func check(_ plot: AnyPlot, _ size: Size, _ glyphs: GlyphSet) {
    let frame = plot.frame(size, glyphs)
    #expect(frame.size == size, "\(plot.testDescription)")
    #expect(frame.cells.count == size.columns * size.rows)
    let isText = frame.cells.allSatisfy { $0.glyph.value >= 32 }
    #expect(isText, "\(plot.testDescription)")
    if glyphs == .ascii {
      let isASCII = frame.cells.allSatisfy {
        $0.glyph.isASCII || "−χ²".unicodeScalars.contains($0.glyph)
      }
      #expect(isASCII, "\(plot.testDescription)")
    }
    let text = frame.text
    #expect(!text.contains(" -0 ") && !text.contains("−0 "), "\(plot.testDescription)")
  }

  @Test(arguments: GlyphSet.allCases)
  func `a mirrored sample gives the mirrored picture`(glyphs: GlyphSet) throws {
    // Even and odd numbers of bins, narrow and wide ones.
    for (count, columns) in [(24, 32), (10, 52), (60, 68), (120, 68), (13, 60)] {
      let counts = (0..<count).map { 3 + ($0 * 37) % 23 }
      let other = (0..<count).map { 3 + ($0 * 29) % 19 }
      let edges = Laws.edges(-1, 1, count)
      let law = Laws.normal(std: 0.4, mean: 0.2)
      let mirroredLaw = Laws.normal(std: 0.4, mean: -0.2)
      func plot(_ counts: [Int], _ pinned: [Int], _ law: Curve) throws -> Frame {
        HistogramPlot(
          bins: try Bins(edges: edges, counts: counts), law: law,
          pinned: PinnedSample(
            bins: try Bins(edges: edges, counts: pinned),
            name: String(repeating: "no room ", count: 20))
        ).frame(size: Size(columns: columns, rows: 12), glyphs: glyphs)
      }
      let frame = try plot(counts, other, law)
      let turned = try plot(counts.reversed(), other.reversed(), mirroredLaw)
      let bins = try Bins(edges: edges, counts: counts)
      let geometry = BinGeometry(bins: bins, columns: columns)
      for row in 1..<10 {
        for column in 0..<geometry.plotColumns {
          let cell = frame[geometry.gutter + column, row]
          let twin = turned[geometry.gutter + geometry.plotColumns - 1 - column, row]
          #expect(cell.style == twin.style, "\(count) bins, \(column), \(row)")
          #expect(Self.mirrored(cell.glyph) == twin.glyph, "\(count) bins, \(column), \(row)")
        }
      }
    }
  }

  private static func mirrored(_ glyph: Unicode.Scalar) -> Unicode.Scalar {
    let quadrants = Array("▘▝▖▗▌▐▞▚▛▜▙▟".unicodeScalars)
    if let index = quadrants.firstIndex(of: glyph) { return quadrants[index ^ 1] }
    guard (0x2800..<0x2900).contains(glyph.value) else { return glyph }
    let bits = glyph.value & 0xFF
    let left = bits & 0x07 | (bits & 0x40) >> 3
    let right = (bits & 0x38) >> 3 | (bits & 0x80) >> 4
    let turned =
      (right & 0x07) | (right & 0x08) << 3 | (left & 0x07) << 3 | (left & 0x08) << 4
    return Unicode.Scalar(0x2800 + turned) ?? glyph
  }

  @Test(arguments: [(-0.3, 0.3), (-1, 7), (1e-6, 3e-6), (-40, -2)] as [(Double, Double)])
  func `a tick's cell is its value's cell, along and up`(ends: (Double, Double)) {
    for cells in 8...120 {
      let along = Scale(low: ends.0, high: ends.1, cells: cells)
      for value in Ticks(along: along, span: -2..<cells + 1, in: .braille).values {
        let cell = along.cell(of: value)
        #expect(cell != nil)
        #expect(cell == along.cell(of: along.value(at: along.position(of: value))))
      }
      let up = Scale(low: ends.1, high: ends.0, cells: cells)
      for value in Ticks(up: up, labelColumns: 7, in: .braille).values {
        #expect(up.cell(of: value) != nil)
      }
    }
  }

  @Test(arguments: GlyphSet.allCases)
  func `a bar's height never falls as its count grows`(glyphs: GlyphSet) throws {
    let counts = (0..<60).map { $0 * $0 * 3 }
    let bins = try Bins(edges: Laws.edges(0, 1, 60), counts: counts)
    let frame = HistogramPlot(bins: bins).frame(size: Size(columns: 68, rows: 13), glyphs: glyphs)
    let eighths = PlotGlyphs(glyphs).eighths
    let heights = (7..<67).map { column in
      (1..<11).reduce(0) { $0 + (eighths.lastIndex(of: frame[column, $1].glyph) ?? 0) }
    }
    // ASCII has fewer than eight glyphs, the last of equal ones counts alike.
    #expect(heights == heights.sorted())
    #expect(heights[0] == 0 && heights[1] > 0)
  }

  @Test(arguments: 1...40) func `counts, underflow and overflow make n`(count: Int) throws {
    let counts = (0..<count).map { ($0 * 31) % 17 }
    let bins = try Bins(edges: Laws.edges(0, 1, count), counts: counts, underflow: 4, overflow: 9)
    #expect(bins.total == counts.reduce(13, +))
    for factor in 1...7 {
      let merged = bins.merged(by: factor)
      #expect(merged.counts.reduce(merged.underflow + merged.overflow, +) == bins.total)
    }
  }
}
