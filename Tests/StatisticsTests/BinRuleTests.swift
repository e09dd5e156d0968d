import Statistics
import Testing

@Suite struct BinRuleTests {
  static func summary(_ values: [Float], _ low: Double, _ high: Double) -> SampleSummary {
    var sample = SampleAccumulator(low: low, high: high)
    sample.add(values.span)
    return SampleSummary(sample.moments, sample.histogram)
  }

  /// numpy.histogram_bin_edges of the same values.
  @Test(
    "Bin counts are numpy's",
    arguments: [
      (.automatic, 22, 44), (.freedmanDiaconis, 22, 44), (.scott, 22, 36), (.squareRoot, 101, 101),
      (.sturges, 15, 15), (.rice, 44, 44), (.doane, 15, 16),
    ] as [(BinRule, Int, Int)])
  func numpy(rule: BinRule, uniform: Int, bell: Int) {
    let ofUniform = Self.summary(Sequences.uniform(10007), -1, 1)
    #expect(rule.binCount(for: ofUniform) == uniform)
    #expect(rule.binCount(for: Self.summary(Sequences.bell(10007), -3, 3)) == bell)
  }

  /// The reference's uniform quantiles uᵢ = 2(i − ½)/N − 1 in closed form.
  @Test(
    "Bin counts of uniform quantiles are the reference's",
    arguments: [
      (100, [8, 10, 10, 8, 5, 5, 8]), (1000, [11, 32, 20, 11, 10, 10, 11]),
      (10000, [15, 100, 44, 15, 22, 22, 22]), (100000, [18, 317, 93, 18, 47, 47, 47]),
    ])
  func uniformQuantiles(count: Int, expected: [Int]) {
    let n = Double(count)
    let summary = SampleSummary(
      count: count, range: 2 * (n - 1) / n,
      populationStandardDeviation: ((1 - 1 / (n * n)) / 3).squareRoot(),
      interquartileRange: (n - 1) / n)
    let rules: [BinRule] = [
      .sturges, .squareRoot, .rice, .doane, .scott, .freedmanDiaconis, .automatic,
    ]
    #expect(rules.map { $0.binCount(for: summary) } == expected)
  }

  @Test("Samples that do not vary have one bin", arguments: BinRule.allCases)
  func constant(rule: BinRule) {
    #expect(rule.binCount(for: Self.summary([3, 3, 3], 3, 3)) == 1)
    #expect(rule.binCount(for: Self.summary([], 0, 1)) == 1)
    #expect(rule.binCount(for: Self.summary([.nan], 0, 1)) == 1)
  }

  @Test("A few far values do not make more bins than the limit")
  func limit() {
    let summary = SampleSummary(
      count: 1000, range: 1e30, populationStandardDeviation: 1, interquartileRange: 1e-9)
    #expect(BinRule.freedmanDiaconis.binCount(for: summary, limit: 200) == 200)
  }
}
