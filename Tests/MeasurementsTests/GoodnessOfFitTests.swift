import Initializers
import Measurements
import Scenes
import Statistics
import Testing

@Suite("The fit of a sample in the bins a rule wants")
struct GoodnessOfFitTests {
  struct Fit: Sendable {
    let line: String
    let bins: Int
    let pools: Int
    let statistic: Double
    let p: Double
    let worst: Double
  }

  /// PyTorch 2.13's weights, numpy's bins and `scipy.stats.chisquare`: the fine cells of ±6σ, or of the
  /// support, in as many groups as `2·IQR·n^(−1/3)` makes.
  static let reference = [
    Fit(
      line: "xavier_normal", bins: 141, pools: 81, statistic: 74.4881823916783,
      p: 0.6528893488529195, worst: -3.5580965294007636),
    Fit(
      line: "xavier_uniform", bins: 32, pools: 32, statistic: 23.640161624143367,
      p: 0.8249486815783893, worst: -2.3532447594521733),
    Fit(
      line: "kaiming_normal --shape 32,20 --seed 3", bins: 42, pools: 18,
      statistic: 24.46747570548076, p: 0.10727963997318252, worst: 3.0646259670341767),
    Fit(
      line: "normal --shape 1000,1000", bins: 445, pools: 303, statistic: 331.3661887404914,
      p: 0.11798124150707542, worst: -2.8688672624114555),
  ]

  @Test("is SciPy's", arguments: reference)
  func scipy(_ expected: Fit) throws {
    let fit = try #require(GoodnessOfFit(try Measurement(of: Tensor(parsing: expected.line))))
    #expect(fit.binCount == expected.bins && fit.chiSquare.poolCount == expected.pools)
    #expect(abs(fit.chiSquare.statistic / expected.statistic - 1) < 1e-6)
    #expect(abs(fit.chiSquare.pValue - expected.p) < 1e-6)
    #expect(abs(try #require(fit.worstResidual) - expected.worst) < 1e-6)
  }

  @Test("takes a number of bins or another rule at their word")
  func choices() throws {
    let measurement = try Measurement(of: Tensor(parsing: "xavier_normal"))
    #expect(GoodnessOfFit(measurement, choice: .count(20))?.binCount == 20)
    #expect(
      GoodnessOfFit(measurement, choice: .columns) == GoodnessOfFit(measurement))
    let sturges = try #require(GoodnessOfFit(measurement, choice: .rule(.sturges)))
    #expect(sturges.binCount < 40)
  }
}
