import Glibc
import Statistics
import Testing

@Suite struct StandardErrorsTests {
  @Test(
    "The standard error of s is the reference's at n = 1000",
    arguments: [
      (1.8, 0.014159819931782343), (3, 0.022371868507134143),
      (2.3655367171296495, 0.018490123844444983),
    ])
  func standardDeviation(kurtosis: Double, expected: Double) {
    let errors = StandardErrors(
      count: 1000, lawMean: 0, lawStandardDeviation: 1, kurtosis: kurtosis)
    #expect(agree(errors.ofStandardDeviation, expected, 1e-13))
  }

  @Test("For many draws it tends to its coefficient over √n")
  func coefficients() {
    for (kurtosis, coefficient) in [
      (1.8, 0.4472135954999579), (3.0, 0.7071067811865476),
      (2.3655367171296495, 0.5842809078537586),
    ] {
      let errors = StandardErrors(
        count: 1_000_000, lawMean: 0, lawStandardDeviation: 2, kurtosis: kurtosis)
      #expect(agree(errors.ofStandardDeviation, 2 * coefficient / 1000, 1e-5))
    }
  }

  @Test("The worked samples have their z-scores")
  func workedSamples() throws {
    let errors = StandardErrors(
      count: 524288, lawMean: 0, lawStandardDeviation: 0.04419417382415922, kurtosis: 3)
    let mean = try #require(errors.zScore(mean: -0.0001053067640521839))
    let spread = try #require(errors.zScore(standardDeviation: 0.044214149438061484))
    #expect(agree(mean, -1.725346022230981, 1e-9))
    #expect(agree(spread, 0.46284446265025825, 1e-6))
  }

  @Test("Nothing to measure by gives no score")
  func undefined() {
    let constant = StandardErrors(count: 9, lawMean: 1, lawStandardDeviation: 0, kurtosis: 3)
    #expect(constant.zScore(mean: 1) == nil && constant.zScore(standardDeviation: 0) == nil)
    let one = StandardErrors(count: 1, lawMean: 0, lawStandardDeviation: 1, kurtosis: 3)
    #expect(one.zScore(mean: 2) == 2 && one.zScore(standardDeviation: .nan) == nil)
    #expect(one.ofStandardDeviation.isNaN)
    let none = StandardErrors(count: 0, lawMean: 0, lawStandardDeviation: 1, kurtosis: 3)
    #expect(none.ofMean.isNaN && none.zScore(mean: 0) == nil)
  }

  @Test("The band of Dvoretzky, Kiefer and Wolfowitz has its closed form")
  func band() {
    #expect(agree(DvoretzkyKieferWolfowitz.halfWidth(count: 1000), 0.04294694083467376, 1e-12))
    #expect(DvoretzkyKieferWolfowitz.halfWidth(count: 0) == 1)
    #expect(DvoretzkyKieferWolfowitz.halfWidth(count: 1) == 1)
    #expect(DvoretzkyKieferWolfowitz.halfWidth(count: 10, confidence: 1) == 1)
    #expect(DvoretzkyKieferWolfowitz.halfWidth(count: 10, confidence: .nan) == 1)
  }

  @Test("The extremes are quantiles of the law at other probabilities")
  func extremes() {
    let extremes = Extremes(count: 1_000_000)
    // scipy.stats.norm.ppf(0.5 ** (1 / 1e6))
    let median = 4.826965122556483
    let below = 0.5 * erfc(-median / 2.0.squareRoot())
    #expect(agree(extremes.maximumQuantile(0.5) { $0 }, below, 1e-13))
    #expect(agree(extremes.minimumQuantile(0.5) { $0 }, 6.931469403e-07, 1e-9))
    #expect(agree(extremes.minimumProbability(6.931469403334e-07), 0.5, 1e-9))
    #expect(Extremes(count: -4).minimumProbability(0.5) == 0.5)
    #expect(extremes.maximumQuantile(0) { $0 } == 0 && extremes.maximumQuantile(1) { $0 } == 1)
  }
}
