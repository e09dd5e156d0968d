import Glibc
import Testing

@testable import Statistics

@Suite struct KolmogorovSearchTests {
  typealias Law = @Sendable (Double) -> Double

  /// Limits so small that samples of thousands take every path.
  static let limits: [KolmogorovSearch.Limits] = [
    .init(), .init(values: 200, candidates: 64, counters: 1 << 12, first: 4),
    .init(values: 16, candidates: 8, counters: 64, first: 1),
    .init(values: 1000, candidates: 1 << 10, counters: 1 << 20, first: 64),
  ]

  /// Finer parts: none, one range, three that lie within one another and end within cells.
  static let ramps: [[FloatPartition.Ramp]] = [
    [], [.init(-1...1, parts: 3000)],
    [.init(-0.9...1.1, parts: 700), .init(-2...2, parts: 900), .init(-5...5, parts: 100)],
  ]

  static let samples: [(String, [Float])] = [
    ("uniform", Sequences.uniform(3000)), ("normal", Sequences.bell(3000)),
    ("one value", [0.25]), ("two values", [0.25, -0.25]),
    ("equal values", [Float](repeating: 0.25, count: 700)), ("both zeros", bothZeros),
    ("ties", Sequences.uniform(1500).map { ($0 * 8).rounded() / 8 }),
    ("mostly zeros", Sequences.bell(1500).map { abs($0) < 1.3 ? 0 : $0 }),
    ("near zero", Sequences.uniform(1500).map { pow($0, 7) }),
    ("tiny", Sequences.uniform(700).map { $0 * 0x1p-140 }),
    ("few floats", Sequences.bell(1500).map { 1000 + $0 * 1e-4 }),
    ("huge", Sequences.uniform(700).map { $0 * Float.greatestFiniteMagnitude }),
    ("not finite", Sequences.bell(900) + notFinite),
  ]
  static let bothZeros: [Float] = [0, -0.0, 0, -0.0, -0.0] + Sequences.bell(1000)
  static let notFinite: [Float] = [.nan, -.nan, .infinity, -.infinity, 0]

  @Sendable static func jumping(_ x: Double) -> Double {
    x >= 0 ? 0.5 + 0.5 * min(x, 1) : 0.5 - 0.5 * min(-x, 1)
  }
  @Sendable static func halfAtZero(_ x: Double) -> Double {
    KolmogorovSmirnovTests.normal(x) / 2 + (x >= 0 ? 0.5 : 0)
  }
  @Sendable static func shifted(_ x: Double) -> Double { min(max((x + 0.9) / 2, 0), 1) }

  static let laws: [(String, Law)] =
    KolmogorovSmirnovTests.laws + [
      ("jump at 0", jumping), ("half its mass at 0", halfAtZero), ("shifted", shifted),
    ]

  static func search(
    _ sample: [Float], _ grid: UniformGrid, finer ramps: [FloatPartition.Ramp] = [],
    _ limits: KolmogorovSearch.Limits, _ law: @escaping Law, block: Int
  ) -> (result: KolmogorovSmirnov?, passes: Int) {
    var histogram = FineHistogram(grid: grid, finer: ramps)
    histogram.add(sample.span)
    guard
      var search = KolmogorovSearch(histogram: histogram, limits: limits, distribution: law)
    else { return (nil, 0) }
    var passes = 0
    var brackets: [KolmogorovBracket] = []
    while let pass = search.pass, passes < 500 {
      let isLast = search.isLastPass
      brackets.append(search.bracket)
      // Two see every other block.
      var parts = [pass, pass]
      for (index, part) in sample.blocks(of: block).enumerated() {
        part.withUnsafeBufferPointer { parts[index % 2].add($0) }
      }
      search.endPass(parts)
      passes += 1
      if isLast { #expect(search.isFinished) }
    }
    if let result = search.result { expect(brackets, around: result) }
    return (search.result, passes)
  }

  // Each lies within the one before, and all hold what is found in the end.
  static func expect(_ brackets: [KolmogorovBracket], around result: KolmogorovSmirnov) {
    for (bracket, tighter) in zip(brackets, brackets.dropFirst()) {
      #expect(bracket.statistic.contains(tighter.statistic.lowerBound))
      #expect(tighter.statistic.upperBound <= bracket.statistic.upperBound)
    }
    for bracket in brackets {
      #expect(bracket.statistic.contains(result.statistic))
      #expect(bracket.pValue.contains(result.pValue))
    }
  }

  @Test(
    "However little is held at a time, the distance is the one a full sort finds",
    arguments: samples)
  func exact(name: String, sample: [Float]) {
    let grids = [
      UniformGrid(low: -3, high: 3, cellCount: 5040), UniformGrid(low: -1, high: 1, cellCount: 60),
      UniformGrid(low: 999.9, high: 1000.1, cellCount: 7),
      UniformGrid(low: 0, high: 0, cellCount: 3),
      UniformGrid(low: -3e38, high: 3e38, cellCount: 100),
    ]
    for (lawName, law) in Self.laws {
      let expected = KolmogorovSmirnovTests.bruteForce(sample, law)
      for (gridNumber, grid) in grids.enumerated() {
        for (limitNumber, limits) in Self.limits.enumerated() {
          for (finerNumber, ramps) in Self.ramps.enumerated() {
            let (result, passes) = Self.search(
              sample, grid, finer: ramps, limits, law, block: 1000)
            #expect(
              result?.statistic == expected,
              """
              \(name), \(lawName), grid \(gridNumber), limits \(limitNumber), ramps \(finerNumber), \
              \(passes) passes
              """)
          }
        }
      }
    }
  }

  @Test("Samples that do not fit are counted first, with the same distance")
  func large() throws {
    let grid = UniformGrid(low: -3, high: 3, cellCount: 5040)
    for sample in [Sequences.bell(250_000), Sequences.uniform(250_000)] {
      for law in [Self.shifted, Self.jumping] {
        let (result, passes) = Self.search(sample, grid, .init(), law, block: 8192)
        #expect(result?.statistic == KolmogorovSmirnovTests.bruteForce(sample, law))
        #expect(passes == 1)
      }
    }
  }

  @Test("A pass over other values ends, too")
  func otherSample() throws {
    var histogram = FineHistogram(low: -3, high: 3)
    histogram.add(Sequences.bell(5000).span)
    for limits in Self.limits {
      var search = try #require(
        KolmogorovSearch(
          histogram: histogram, limits: limits, distribution: KolmogorovSmirnovTests.flat))
      let other = Sequences.uniform(20000) + [.nan, .infinity]
      var passes = 0
      while var pass = search.pass, passes < 500 {
        other.withUnsafeBufferPointer { pass.add($0) }
        search.endPass([pass])
        passes += 1
      }
      #expect(search.isFinished)
    }
  }

  @Test("There is no result before the last pass ends")
  func unfinished() throws {
    var histogram = FineHistogram(low: -3, high: 3)
    histogram.add(Sequences.bell(5000).span)
    var search = try #require(
      KolmogorovSearch(histogram: histogram, distribution: KolmogorovSmirnovTests.normal))
    #expect(search.isLastPass && !search.isFinished && search.result == nil)
    let sample = Sequences.bell(5000)
    var pass = try #require(search.pass)
    sample.withUnsafeBufferPointer { pass.add($0) }
    search.endPass([pass])
    #expect(search.isFinished && search.isLastPass && search.result?.count == 5000)
    search.endPass([pass])
    #expect(search.isFinished)
  }

  @Test("Counts beyond 32 bits are kept, and added up")
  func wideCounts() {
    var counts = PartCounts(count: 2)
    for _ in 0..<5 { counts.add(1 << 31, to: 1) }
    counts.add(255, to: 0)
    counts.withCounters { counters, carries in
      counters[0] &+= 1
      carries[0] += 1
    }
    #expect(counts.cumulative == [0, 256, 256 + 5 << 31])
    var sum = counts
    sum.merge(counts)
    #expect(sum.cumulative == [0, 512, 512 + 10 << 31])
  }
}
