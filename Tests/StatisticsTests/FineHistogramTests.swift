import Statistics
import Testing
import Words

@Suite struct FineHistogramTests {
  static func histogram(
    _ values: [Float], _ low: Double, _ high: Double, cells: Int = 5040
  ) -> FineHistogram {
    var histogram = FineHistogram(low: low, high: high, cellCount: cells)
    values.withUnsafeBufferPointer { histogram.add($0) }
    return histogram
  }

  /// The cell by definition: the last edge not above the value, the last cell closed.
  static func cell(of value: Float, edges: [Double]) -> Int {
    let x = Double(value)
    guard x >= edges[0] else { return -1 }
    guard x <= edges[edges.count - 1] else { return edges.count - 1 }
    return min((edges.lastIndex { $0 <= x } ?? 0), edges.count - 2)
  }

  /// Checksums of `numpy.histogram(x, bins=5040, range=...)` in float64.
  @Test("Cells equal numpy's in all 5040")
  func equalNumpy() {
    let cases = [
      (Sequences.uniform(10007), -1, 1, [10007, 25_369_801, 1_446_656, 0, 0]),
      (Sequences.bell(10007), -3, 3, [10007, 25_121_557, 2_054_316, 0, 0]),
      (Sequences.bell(10007), -0.7, 0.9, [5554, 13_711_851, 573_227, 2570, 1883]),
    ]
    for (values, low, high, expected) in cases {
      let histogram = Self.histogram(values, low, high)
      var (weighted, squares) = (0, 0)
      for (index, count) in histogram.counts.enumerated() {
        weighted += count * (index + 1)
        squares += count * count * ((index + 1) % 97)
      }
      let total = histogram.counts.reduce(0, +)
      #expect(
        [total, weighted, squares, histogram.underflow, histogram.overflow] == expected)
    }
  }

  @Test("Seven cells equal numpy's")
  func sevenCells() {
    let narrow = Self.histogram(Sequences.bell(10007), -0.7, 0.9, cells: 7)
    #expect(Array(narrow.counts) == [789, 830, 801, 841, 840, 756, 697])
    let whole = Self.histogram(Sequences.uniform(10007), -1, 1)
    #expect(whole.grouped(by: 720).counts == [1383, 1448, 1383, 1475, 1437, 1421, 1460])
  }

  @Test(
    "Every float near an edge is where the edges put it",
    arguments: [
      (-1, 1, 5040), (-0.26, 0.26, 5040), (0, 1, 7), (0.1, 0.7, 11), (1000, 1000.5, 5040),
      (1, 1.000_001, 5040), (-1e-40, 1e-40, 50), (-3e38, 3e38, 5040), (2, 2, 10), (0, 1e-44, 5040),
    ] as [(Double, Double, Int)])
  func edges(low: Double, high: Double, cells: Int) {
    let grid = UniformGrid(low: low, high: high, cellCount: cells)
    let edges = (0...cells).map { grid.edge($0) }
    var values: [Float] = [0, -0, .greatestFiniteMagnitude, -.greatestFiniteMagnitude]
    for index in stride(from: 0, through: cells, by: cells > 100 ? 37 : 1) + [cells] {
      let near = Float(edges[index])
      values += [near, near.nextUp, near.nextDown]
    }
    var expected = [Int](repeating: 0, count: cells + 2)
    for value in values {
      let cell = Self.cell(of: value, edges: edges)
      #expect(grid.cell(of: value) == cell)
      expected[cell + 1] += 1
    }
    let histogram = Self.histogram(values, low, high, cells: cells)
    #expect(Array(histogram.counts) == Array(expected[1...cells]))
    #expect([histogram.underflow, histogram.overflow] == [expected[0], expected[cells + 1]])
  }

  @Test("A degenerate domain keeps its value in the last cell")
  func degenerate() {
    let histogram = Self.histogram([0.5, 0.5, 0.25, 1, .nan], 0.5, 0.5, cells: 4)
    #expect(Array(histogram.counts) == [0, 0, 0, 2])
    #expect(histogram.underflow == 1 && histogram.overflow == 1 && histogram.nonFinite == 1)
    #expect(histogram.total == 4)
  }

  @Test(
    "Impossible domains do not trap",
    arguments: [(.nan, .nan), (-.infinity, .infinity), (3, -3), (1e300, -1e300)]
      as [(Double, Double)])
  func impossible(low: Double, high: Double) {
    let histogram = Self.histogram(Sequences.bell(100), low, high, cells: -3)
    #expect(histogram.total == 100)
    #expect(histogram.grid.low <= histogram.grid.high)
  }

  @Test("Too many cells are cut to the most")
  func mostCells() {
    let grid = UniformGrid(low: 0, high: 1, cellCount: .max)
    #expect(grid.cellCount == UniformGrid.mostCells && grid.edge(.max) == 1)
  }

  @Test("Groups add up to the total", arguments: [1, 7, 48, 100, 5040, 9999, -1])
  func groups(size: Int) {
    let histogram = Self.histogram(Sequences.bell(1000), -2, 2)
    for (offset, count) in [(0, nil), (10, 5), (5039, nil), (6000, 3), (-4, 0)] {
      let grouped = histogram.grouped(by: size, from: offset, count: count)
      #expect(grouped.total == 1000)
      #expect(grouped.edges.count == grouped.counts.count + 1)
    }
  }

  @Test("Cumulative counts are those of values below each edge")
  func cumulative() {
    let values = Sequences.bell(500) + [-1, 1]
    let histogram = Self.histogram(values, -1, 1, cells: 8)
    let expected = (0..<8).map { edge in
      values.count { Double($0) < histogram.grid.edge(edge) }
    }
    #expect(histogram.cumulativeCounts == expected + [values.count { $0 <= 1 }, values.count])
  }

  @Test("Quantiles are numpy's to a cell")
  func quantiles() {
    let histogram = Self.histogram(Sequences.bell(10007), -3, 3)
    let numpy = [
      -2.2198681306838988, -0.7234157919883728, -0.010981559753417969, 0.6953423619270325,
      2.2031145954132083,
    ]
    for (quantile, expected) in zip(histogram.quantiles([0.01, 0.25, 0.5, 0.75, 0.99]), numpy) {
      #expect(abs(quantile - expected) < histogram.grid.cellWidth)
    }
    #expect(histogram.quantile(.nan).isNaN && histogram.quantile(2).isNaN)
    #expect(FineHistogram(low: 0, high: 1).quantile(0.5).isNaN)
  }

  @Test("Only histograms over the same cells merge, and a block's parts add up")
  func merging() throws {
    let values = Sequences.bell(5001)
    let whole = Self.histogram(values, -2, 2)
    let parts = values.blocks(of: 700).map { Self.histogram(Array($0), -2, 2) }
    var merged = FineHistogram(low: -2, high: 2)
    for part in parts { try merged.merge(part) }
    #expect(merged == whole)
    #expect(throws: HistogramError.differentGrids) {
      try merged.merge(FineHistogram(low: -2, high: 2.5))
    }
    #expect(
      HistogramError.differentGrids.description
        == "Histograms over different cells cannot be merged.")
  }

  @Test("An accumulator holds what its parts hold", arguments: [1, 333, 5000])
  func accumulator(size: Int) throws {
    var values = Sequences.bell(5000)
    values[17] = .nan
    values[4000] = .infinity
    var moments = Moments()
    values.withUnsafeBufferPointer { moments.add($0) }
    var whole = SampleAccumulator(low: -2, high: 2)
    var merged = whole
    whole.add(values.span)
    for block in values.blocks(of: size) {
      var part = SampleAccumulator(low: -2, high: 2)
      part.add(block.span)
      try merged.merge(part)
    }
    #expect(whole.moments == moments)
    #expect(whole.histogram == Self.histogram(values, -2, 2))
    #expect(merged.histogram == whole.histogram)
    #expect(merged.histogram.nonFinite == 2 && merged.moments.nonFiniteCount == 2)
    #expect(agree(merged.moments.variance, whole.moments.variance))
  }
}
