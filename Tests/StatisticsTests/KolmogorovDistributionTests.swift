import Testing

@testable import Statistics

@Suite("The law of Kolmogorov's distance")
struct KolmogorovDistributionTests {
  @Test(
    "is SciPy's from one value to thousands, in both tails",
    arguments: KolmogorovReference.probabilities)
  func scipy(count: Int, statistic: Double, p: Double) {
    let found = KolmogorovDistribution.pValue(statistic: statistic, count: count)
    guard count <= KolmogorovDistribution.largestExactCount else {
      // SciPy's own middle is Pelz and Good's, its tail above nD² = 2.2 too large by 10⁻⁷ of it.
      #expect(abs(found - p) < 3e-9 && agree(found, p, 2e-6))
      return
    }
    #expect(agree(found, p, 1e-9))
    // Near 1 it is the complement that counts.
    #expect(abs(found - p) < 1e-11 && (p < 0.9 || abs(found - p) < 1e-15))
  }

  @Test("is exact in closed form for one value and two")
  func closedForms() {
    for step in 0...200 {
      let d = Double(step) / 200
      let one = min(1, 2 - 2 * d)
      #expect(abs(KolmogorovDistribution.pValue(statistic: d, count: 1) - one) < 1e-15)
      // P(D < d) = 2(2d − ½)² up to d = ½ and 1 − 2(1 − d)² from there.
      let two =
        d <= 0.25 ? 1 : d <= 0.5 ? 1 - 2 * (2 * d - 0.5) * (2 * d - 0.5) : 2 * (1 - d) * (1 - d)
      #expect(abs(KolmogorovDistribution.pValue(statistic: d, count: 2) - two) < 1e-14)
    }
  }

  @Test("has no gap where one way to compute it ends and another begins")
  func seams() {
    let most = KolmogorovDistribution.largestExactCount
    for step in 1...20 {
      let d = Double(step) / 10 / Double(most).squareRoot()
      let exact = KolmogorovDistribution.exactDistribution(d, count: most)
      #expect(abs(exact - KolmogorovDistribution.expandedDistribution(d, count: most)) < 7e-8)
    }
    for count in [3, 20, 141, 1000] {
      let d = 2 / Double(count).squareRoot()
      guard d < 1 else { continue }
      let exact = 1 - KolmogorovDistribution.exactDistribution(d, count: count)
      #expect(agree(2 * KolmogorovDistribution.oneSidedSurvival(d, count: count), exact, 2e-9))
    }
    for lambda in [2, 2.5, 3, 3.5] {
      let d = lambda / 5000.0.squareRoot()
      let summed = KolmogorovDistribution.oneSidedSurvival(d, count: 5000)
      #expect(agree(KolmogorovDistribution.oneSidedSurvival(d * 0.9999, count: 5001), summed, 2e-2))
    }
    for d in [0.5, 1.0] {
      for count in [1, 2, 7, 300] {
        let below = KolmogorovDistribution.pValue(
          statistic: d / Double(count) * (1 - 1e-12), count: count)
        let above = KolmogorovDistribution.pValue(
          statistic: d / Double(count) * (1 + 1e-12), count: count)
        #expect(abs(below - above) < 1e-10)
      }
    }
  }

  @Test(
    "falls from 1 to 0", arguments: [1, 2, 3, 10, 57, 140, 141, 700, 1000, 1001, 6000, 1 << 30])
  func falling(count: Int) {
    var before = 1.0
    for step in 0...40 {
      let d = Double(step) / 40
      let p = KolmogorovDistribution.pValue(
        statistic: count > 100 ? d * 5 / Double(count).squareRoot() : d, count: count)
      #expect(p >= 0 && p <= before + 1e-7)
      before = p
    }
    #expect(KolmogorovDistribution.pValue(statistic: 1, count: count) == 0)
    #expect(KolmogorovDistribution.pValue(statistic: 0, count: count) == 1)
    #expect(KolmogorovDistribution.pValue(statistic: .nan, count: count).isNaN)
  }
}
