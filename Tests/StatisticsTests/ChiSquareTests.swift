import Glibc
import Statistics
import Testing

@Suite struct ChiSquareTests {
  /// scipy.stats.chi2.sf.
  @Test(
    "The tail is scipy's",
    arguments: [
      (3.841458820694124, 1, 0.04999999999999989), (30, 19, 0.05179845889302389),
      (50, 49, 0.43343669725576084), (120, 99, 0.07424385580596692),
      (0.5, 1, 0.47950012218695337), (1e-3, 2, 0.9995001249791693),
      (1500, 1400, 0.031503720989392366), (500, 600, 0.9988376063689454),
      (20, 3, 0.00016974243555282632), (5039, 5039, 0.49735069117263625),
    ] as [(Double, Int, Double)])
  func tail(x: Double, degrees: Int, expected: Double) {
    #expect(agree(ChiSquare.survival(x, degreesOfFreedom: degrees), expected, 1e-9))
  }

  @Test("The tail ends at 1 and 0 and needs a degree of freedom")
  func tailEnds() {
    #expect(ChiSquare.survival(0, degreesOfFreedom: 3) == 1)
    #expect(ChiSquare.survival(.infinity, degreesOfFreedom: 3) == 0)
    #expect(ChiSquare.survival(1, degreesOfFreedom: 0).isNaN)
    #expect(ChiSquare.survival(.nan, degreesOfFreedom: 2).isNaN)
  }

  @Test("Bins expecting fewer than five are pooled with their neighbours")
  func pooling() throws {
    let result = try #require(
      ChiSquare(observed: [3, 1, 4, 10, 12, 30], expected: [1, 2, 3, 9, 20, 4]))
    // Pools (8, 6), (10, 9), (42, 24).
    #expect(result.poolCount == 3 && result.degreesOfFreedom == 2)
    #expect(agree(result.statistic, 4.0 / 6 + 1.0 / 9 + 324.0 / 24))
    #expect(agree(result.pValue, exp(-result.statistic / 2)))
  }

  @Test("Too little expected gives no statistic")
  func tooLittle() {
    #expect(ChiSquare(observed: [1, 2], expected: [1, 2]) == nil)
    #expect(ChiSquare(observed: [], expected: []) == nil)
    #expect(ChiSquare(observed: [1, 2], expected: [.nan, -3]) == nil)
    let one = ChiSquare(observed: [7], expected: [7])
    #expect(one?.degreesOfFreedom == 0 && one?.pValue.isNaN == true)
  }
}
