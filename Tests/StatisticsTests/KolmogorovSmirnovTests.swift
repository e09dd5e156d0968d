import Glibc
import Statistics
import Testing

@Suite struct KolmogorovSmirnovTests {
  static func normal(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }
  static func flat(_ x: Double) -> Double { min(max((x + 1) / 2, 0), 1) }
  static func steps(_ x: Double) -> Double { min(max((x * 4).rounded(.down) / 8 + 0.5, 0), 1) }
  static let laws: [(String, @Sendable (Double) -> Double)] = [
    ("normal", normal), ("uniform", flat), ("steps", steps), ("point", { $0 >= 0.25 ? 1 : 0 }),
    ("nan", { _ in .nan }),
  ]

  /// sup|Fₙ − F| by sorting everything.
  static func bruteForce(_ sample: [Float], _ law: (Double) -> Double) -> Double {
    let sorted = sample.filter(\.isFinite).sorted()
    let n = Double(sorted.count)
    func f(_ x: Double) -> Double {
      let p = law(x)
      return p >= 0 ? min(p, 1) : 0
    }
    var best = 0.0
    for (index, value) in sorted.enumerated() {
      let x = Double(value)
      if index == 0 || sorted[index - 1] != value {
        best = max(best, f(x.nextDown) - Double(index) / n)
      }
      if index == sorted.count - 1 || sorted[index + 1] != value {
        best = max(best, Double(index + 1) / n - f(x))
      }
    }
    return best
  }

  @Test(
    "The distance is the one a full sort finds, in any domain",
    arguments: [
      (-3, 3, 5040), (-0.5, 0.25, 5040), (-1, 1, 60), (0, 0, 3), (5, 6, 10), (-100, 1, 7),
    ] as [(Double, Double, Int)])
  func equalsBruteForce(low: Double, high: Double, cells: Int) {
    var ties = Sequences.uniform(3000).map { ($0 * 8).rounded() / 8 }
    ties[5] = .nan
    ties[6] = .infinity
    let samples = [
      Sequences.uniform(20000), Sequences.bell(20000), Sequences.bell(3), [0.25], ties,
      [Float](repeating: 0.25, count: 100), Sequences.uniform(5000).map { $0 * $0 * $0 },
    ]
    for sample in samples {
      var histogram = FineHistogram(low: low, high: high, cellCount: cells)
      histogram.add(sample.span)
      for (name, law) in Self.laws {
        let expected = Self.bruteForce(sample, law)
        let result = KolmogorovSmirnov(
          sample: sample.span, histogram: histogram, distribution: law)
        #expect(result?.statistic == expected, "\(name), \(sample.count)")
        #expect(result?.count == sample.count { $0.isFinite })
      }
    }
  }

  /// scipy.stats.kstest.
  @Test("The distance is scipy's")
  func scipy() throws {
    for (sample, law, expected) in [
      (Sequences.bell(10007), Self.normal, 0.01801049229649726),
      (Sequences.uniform(10007), Self.flat, 0.008840128128686064),
    ] {
      var histogram = FineHistogram(low: -3, high: 3)
      histogram.add(sample.span)
      let result = KolmogorovSmirnov(sample: sample.span, histogram: histogram, distribution: law)
      #expect(agree(result?.statistic ?? 0, expected, 1e-12))
    }
  }

  @Test("A sample of nothing has no distance")
  func empty() {
    let sample: [Float] = [.nan]
    var histogram = FineHistogram(low: 0, high: 1)
    histogram.add(sample.span)
    let law = Self.flat
    #expect(KolmogorovSmirnov(sample: sample.span, histogram: histogram, distribution: law) == nil)
  }

  @Test("Another sample than the histogram's does not trap")
  func otherSample() {
    var histogram = FineHistogram(low: -1, high: 1)
    histogram.add([0.5, 0.25].span)
    let sample = Sequences.bell(10000) + [.nan, .infinity]
    let law = Self.flat
    #expect(KolmogorovSmirnov(sample: sample.span, histogram: histogram, distribution: law) != nil)
  }

  @Test(
    "The worked samples have their p-values",
    arguments: [
      (524288, 0.0013592836221550941, 0.2870354849854859),
      (524288, 0.0016597503166028704, 0.11116734864523681),
      (200704, 0.0017228463494466384, 0.5899485690555768),
    ])
  func workedSamples(count: Int, statistic: Double, expected: Double) {
    #expect(
      agree(KolmogorovDistribution.pValue(statistic: statistic, count: count), expected, 1e-3))
  }
}
