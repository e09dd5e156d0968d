import Screen
import Testing

@testable import Plots

struct HistogramTests {
  static let sizes = [(0, 0), (1, 1), (3, 2), (5, 3), (6, 4), (29, 5), (30, 6), (40, 8), (100, 30)]

  @Test(arguments: sizes, GlyphSet.allCases)
  func `any data at any size gives a frame of that size`(
    size: (Int, Int), glyphs: GlyphSet
  ) throws {
    let size = Size(columns: size.0, rows: size.1)
    let wild = Curve(discontinuities: [.nan, 0, 0.5, 9]) { x in
      x < 0.2 ? .nan : x < 0.4 ? .infinity : x < 0.6 ? -1 : 1e300
    }
    let counts = [[0], [5], [0, 0, 7, 0], Array(repeating: 3, count: 500), [.max / 2, 1]]
    for counts in counts {
      for (low, high) in [
        (-1.0, 1.0), (5, 5.0000001), (-1e300, 1e300), (0, .leastNonzeroMagnitude * 1000),
      ] {
        let edges = Laws.edges(low, high, counts.count)
        guard let bins = try? Bins(edges: edges, counts: counts, underflow: 1, overflow: 1) else {
          continue
        }
        for law in [nil, wild, Laws.normal(std: 0), Laws.uniform(bound: high)] {
          let markers = [0, .nan, .infinity, low, high].map {
            Marker($0, label: "宽−μ", asciiLabel: "mean", samplePosition: .nan)
          }
          let expected = counts.map { $0 == 5 ? Double.nan : 2 }
          let plot = HistogramPlot(
            bins: bins, expected: expected, law: law, markers: markers, selected: counts.count - 1)
          #expect(plot.frame(size: size, glyphs: glyphs).size == size)
          let strip = ResidualStrip(bins: bins, expected: expected, caption: "c", selected: 99)
          #expect(strip.frame(size: size, glyphs: glyphs).size == size)
          let density = DensityPlot(bins: bins, law: law)
          #expect(density.frame(size: size, glyphs: glyphs).size == size)
        }
      }
    }
    for sample in [[], [.nan, .infinity, -1], [0, 0]] as [[Double]] {
      let plot = DensityPlot(sample: sample, law: wild, low: .nan, high: 0)
      #expect(plot.frame(size: size, glyphs: glyphs).size == size)
    }
  }

  @Test(arguments: GlyphSet.allCases)
  func `a glyph set is kept to`(glyphs: GlyphSet) throws {
    let size = Size(columns: 72, rows: 14)
    let frames = [
      try Examples.normal(count: 64, selected: 3).frame(size: size, glyphs: glyphs),
      try Examples.uniform(count: 63).frame(size: size, glyphs: glyphs),
    ]
    for cell in frames.flatMap(\.cells) {
      if glyphs == .ascii { #expect(cell.glyph.isASCII) }
      if glyphs == .block { #expect(!(0x2800...0x28FF).contains(cell.glyph.value)) }
    }
  }

  @Test(arguments: [40, 57, 72, 100, 131])
  func `mirrored data gives the mirrored picture`(columns: Int) throws {
    let counts = (0..<29).map { ($0 * $0 * 7) % 23 }
    let edges = Laws.edges(-2, 2, 29)
    let law = Curve(discontinuities: [-1, 0.3]) { x in x < -1 ? 0.05 : x < 0.3 ? 0.4 : 0.1 - x / 40
    }
    let mirroredLaw = Curve(discontinuities: [1, -0.3]) { law.density(-$0) }
    let size = Size(columns: columns, rows: 12)
    let plot = HistogramPlot(bins: try Bins(edges: edges, counts: counts), law: law)
    let mirrored = HistogramPlot(
      bins: try Bins(edges: edges, counts: counts.reversed()), law: mirroredLaw)
    let geometry = BinGeometry(bins: plot.bins, columns: columns)
    for glyphs in [GlyphSet.ascii, .braille] {
      let left = plot.frame(size: size, glyphs: glyphs)
      let right = mirrored.frame(size: size, glyphs: glyphs)
      for row in 1..<10 {
        for offset in 0..<geometry.plotColumns {
          let one = left[geometry.gutter + offset, row]
          let two = right[geometry.gutter + geometry.plotColumns - 1 - offset, row]
          #expect(mirror(one.glyph) == two.glyph, "column \(offset), row \(row)")
          #expect(one.style == two.style)
        }
      }
    }
  }

  /// Swaps the two dot columns of a braille glyph.
  private func mirror(_ glyph: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0x2800...0x28FF).contains(glyph.value) else { return glyph }
    let mask = glyph.value - 0x2800
    let left = (mask & 0x07) << 3 | (mask & 0x40) << 1
    let right = (mask & 0x38) >> 3 | (mask & 0x80) >> 1
    return Unicode.Scalar(0x2800 + (left | right))
  }

  @Test(arguments: 1...140) func `bins are whole columns and lie where the scale says`(
    count: Int
  ) throws {
    let edges = Laws.edges(-0.317, 0.317, count)
    let bins = try Bins(edges: edges, counts: edges.dropLast().map { _ in 1 })
    for columns in [12, 40, 100, 131] {
      let geometry = BinGeometry(bins: bins, columns: columns)
      let room = BinGeometry.plotColumns(in: columns)
      #expect(geometry.gutter + geometry.plotColumns <= columns)
      #expect(geometry.columnsPerBin >= 1)
      guard count <= room else { continue }
      for bin in 0..<count {
        let range = geometry.columns(ofBin: bin)
        #expect(geometry.scale.cell(of: edges[bin]) == range.lowerBound - geometry.gutter)
        #expect(range.allSatisfy { geometry.bin(atColumn: $0) == bin })
      }
      #expect(
        geometry.cell(of: 0.317) == geometry.columns(ofBin: count - 1).upperBound - 1
          - geometry.gutter)
      #expect(geometry.bin(atColumn: geometry.gutter - 1) == nil)
    }
  }

  @Test func `every value is in the picture, the extreme ones too`() throws {
    var counts = Array(repeating: 0, count: 60)
    (counts[0], counts[30], counts[59]) = (1, 1_000_000, 1)
    let bins = try Bins(edges: Laws.edges(-1, 1, 60), counts: counts)
    for glyphs in GlyphSet.allCases {
      for law in [nil, Laws.normal(std: 0.01)] {
        let frame = HistogramPlot(bins: bins, law: law)
          .frame(size: Size(columns: 100, rows: 20), glyphs: glyphs)
        let geometry = BinGeometry(bins: bins, columns: 100)
        for bin in 0..<60 where bin != 30 {
          let cell = frame[geometry.columns(ofBin: bin).lowerBound, 17]
          // What would round to nothing is drawn, dimmed.
          #expect((cell.style.foreground == .dim) == (counts[bin] > 0))
        }
      }
    }
  }

  @Test func `the law reaches as high as the bars it explains`() throws {
    let frame = try Examples.uniform(count: 64).frame(
      size: Size(columns: 72, rows: 16), glyphs: .braille)
    // In counts under a density's curve one of the two would lie flat on the axis.
    let top = (0..<16).first { row in (8..<70).contains { frame[$0, row].style.foreground == .law }
    }
    let bars = (0..<16).first { row in (8..<70).contains { frame[$0, row].style.foreground == .bar }
    }
    #expect(abs((top ?? 0) - (bars ?? 99)) <= 2)
  }

  @Test func `without a density the expected counts are drawn as steps`() throws {
    let bins = try Bins(edges: Laws.edges(0, 4, 4), counts: [10, 20, 30, 20])
    let plot = HistogramPlot(bins: bins, expected: [12, 18, 30, 20])
    let frame = plot.frame(size: Size(columns: 48, rows: 12), glyphs: .braille)
    #expect(frame.cells.contains { $0.style.foreground == .law })
  }

  @Test func `the selected bin stands out and is pointed at`() throws {
    let plot = try Examples.normal(count: 30, selected: 14)
    let frame = plot.frame(size: Size(columns: 70, rows: 12), glyphs: .braille)
    let columns = BinGeometry(bins: plot.bins, columns: 70).columns(ofBin: 14)
    #expect(columns.contains { frame[$0, 10] == Cell("▲", Style(.bright)) })
    #expect(columns.allSatisfy { frame[$0, 9].style.foreground == .bright })
  }

  @Test func `values outside the bins are pointed out`() throws {
    let bins = try Bins(edges: [0, 1, 2], counts: [1, 1], underflow: 3, overflow: 1)
    let frame = HistogramPlot(bins: bins).frame(size: Size(columns: 40, rows: 8), glyphs: .ascii)
    #expect(frame[7, 6] == Cell("<", Style(.warning)))
    #expect(frame[38, 6] == Cell(">", Style(.warning)))
  }

  @Test func `the sample's own place is marked only if it is more than a cell away`() throws {
    let bins = try Bins(edges: Laws.edges(-1, 1, 50), counts: Array(repeating: 0, count: 50))
    for (sample, isMarked) in [(0.5, true), (0.03, false)] {
      let marker = Marker(0, label: "μ", asciiLabel: "m", samplePosition: sample)
      let frame = HistogramPlot(bins: bins, markers: [marker])
        .frame(size: Size(columns: 58, rows: 9), glyphs: .braille)
      #expect(frame.cells.contains { $0.style.foreground == .sample } == isMarked)
    }
  }

  @Test(arguments: [30, 40, 52, 73, 120]) func `marker labels never touch and the first is drawn`(
    columns: Int
  ) throws {
    for glyphs in GlyphSet.allCases {
      let plot = try Examples.uniform(count: 20)
      let frame = plot.frame(size: Size(columns: columns, rows: 9), glyphs: glyphs)
      let line = String(frame.text.split(separator: "\n")[0])
      let words = line.split(separator: " ").map(String.init)
      let known = Set(plot.markers.map { glyphs == .ascii ? $0.asciiLabel : $0.label })
      #expect(words.dropFirst().allSatisfy { known.contains($0) }, "\(line)")
      #expect(words.contains(glyphs == .ascii ? "m" : "μ"))
    }
  }
}
