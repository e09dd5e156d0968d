import Glibc
import Testing

@testable import Statistics

@Suite struct KolmogorovSearchTests {
  typealias Law = @Sendable (Double) -> Double

  /// Limits so small that samples of thousands take every path.
  static let limits: [KolmogorovSearch.Limits] = [
    .init(), .init(values: 200, uncounted: 50, candidates: 64, counters: 1 << 12, first: 4),
    .init(values: 16, uncounted: 0, candidates: 8, counters: 64, first: 1),
    .init(values: 1000, uncounted: 1000, candidates: 1 << 10, counters: 1 << 20, first: 64),
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
    _ sample: [Float], _ grid: UniformGrid, _ limits: KolmogorovSearch.Limits, _ law: @escaping Law,
    block: Int
  ) -> (result: KolmogorovSmirnov?, passes: Int) {
    var histogram = FineHistogram(grid: grid)
    histogram.add(sample.span)
    guard
      var search = KolmogorovSearch(histogram: histogram, limits: limits, distribution: law)
    else { return (nil, 0) }
    var passes = 0
    while !search.isFinished, passes < 500 {
      let isLast = search.isLastPass
      for part in sample.blocks(of: block) { part.withUnsafeBufferPointer { search.add($0) } }
      search.endPass()
      passes += 1
      if isLast { #expect(search.isFinished) }
    }
    return (search.result, passes)
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
          let (result, passes) = Self.search(sample, grid, limits, law, block: 1000)
          #expect(
            result?.statistic == expected,
            "\(name), \(lawName), grid \(gridNumber), limits \(limitNumber), \(passes) passes")
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
        #expect(passes <= 3)
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
      while !search.isFinished, passes < 500 {
        other.withUnsafeBufferPointer { search.add($0) }
        search.endPass()
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
    sample.withUnsafeBufferPointer { search.add($0) }
    search.endPass()
    #expect(search.isFinished && search.isLastPass && search.result?.count == 5000)
    search.endPass()
    #expect(search.isFinished)
  }

  @Test("Floats and their places correspond, both zeros being one")
  func ordinals() {
    let floats: [Float] = [
      -.greatestFiniteMagnitude, -1, -.leastNonzeroMagnitude, 0, .leastNonzeroMagnitude, 0.1, 1,
      .greatestFiniteMagnitude,
    ]
    for (value, next) in zip(floats, floats.dropFirst()) { #expect(value.ordinal < next.ordinal) }
    for value in floats {
      #expect(Float(ordinal: value.ordinal) == value)
      #expect(value.nextUp.ordinal == value.ordinal + 1)
    }
    #expect(Float(-0.0).ordinal == 0)
  }

  @Test(
    "A cut's parts end where it says",
    arguments: [
      (-1, 1, 100), (-6, 6, 70000), (0, 0x1p-133, 9), (1000, 1000.01, 64), (-3e38, 3e38, 5),
    ] as [(Float, Float, Int)])
  func rangeCut(low: Float, high: Float, parts: Int) throws {
    guard let cut = RangeCut(low.ordinal...high.ordinal, innerParts: parts) else {
      // Only where the reciprocal of a part's width is no ordinary float.
      return #expect(high < 1e-30 || high > 1e38)
    }
    #expect(cut.part(of: low) > 0 && cut.part(of: high) < cut.parts - 1)
    for part in stride(from: 0, to: cut.parts - 1, by: max(parts / 50, 1)) {
      let end = Float(ordinal: cut.end(of: part))
      #expect(cut.part(of: end) <= part && cut.part(of: end.nextUp) > part)
    }
    #expect(cut.end(of: cut.parts - 1) == Float.greatestFiniteMagnitude.ordinal)
  }

  @Test("Counts beyond 32 bits are kept")
  func wideCounts() {
    var counts = PartCounts(count: 2)
    for _ in 0..<5 {
      counts.withCounters(most: 1 << 31) { $0[1] &+= 1 << 31 }
    }
    #expect(counts.cumulative == [0, 0, 5 << 31])
  }
}
