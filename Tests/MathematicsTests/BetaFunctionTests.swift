import Glibc
import Mathematics
import TestSupport
import Testing

@Suite("The incomplete beta function")
struct BetaFunctionTests {
  /// Against 40-digit arithmetic (mpmath 1.3).
  @Test(
    "has mpmath's values",
    arguments: [
      (0.5, 0.5, 1e-06, 0.0006366198784709244), (0.5, 0.5, 0.1, 0.20483276469913345),
      (0.5, 0.5, 0.9999, 0.9936336961682543), (1, 0.5, 1e-06, 5.000001250000625e-07),
      (1, 0.5, 0.9, 0.6837722339831621), (4.5, 0.5, 1e-06, 2.586900450755486e-28),
      (4.5, 0.5, 0.1, 8.538051223166276e-06), (4.5, 0.5, 0.5, 0.014956363910414215),
      (4.5, 0.5, 0.9999, 0.9767206215083523), (63.5, 0.5, 0.1, 2.353362142689599e-65),
      (63.5, 0.5, 0.9, 0.0002613785923367978), (63.5, 0.5, 0.9999, 0.9104464169245797),
      (2047.5, 0.5, 0.9, 8.060756920436598e-96), (2047.5, 0.5, 0.9999, 0.5222383925471248),
      (2, 3, 1e-06, 5.999992000003e-12), (2, 3, 0.5, 0.6875), (2, 3, 0.9999, 0.9999999999960003),
    ])
  func values(a: Double, b: Double, x: Double, expected: Double) {
    let value = BetaFunction(a, b).regularized(x, complement: 1 - x)
    #expect(abs(value - expected) <= 2e-13 * expected, "\(value / expected - 1)")
  }

  @Test("is 0 and 1 at the ends")
  func ends() {
    #expect(BetaFunction(3, 0.5).regularized(0, complement: 1) == 0)
    #expect(BetaFunction(3, 0.5).regularized(1, complement: 0) == 1)
  }

  @Test("has scipy's quantiles, from one draw to a billion", arguments: BetaQuantiles.rows)
  func quantiles(row: BetaQuantiles.Row) {
    let (a, b) = (Double(row.k), Double(row.n - row.k) + 1)
    for (p, low, high) in [(0.025, row.low, row.high), (1e-4, row.lowest, row.highest)] {
      let z = NormalDistribution.quantile(p)
      let lower = BetaFunction(a, b).lowerTailQuantile(logProbability: log(p), z: z).value
      let upper = BetaFunction(b, a).lowerTailQuantile(logProbability: log(p), z: z).complement
      // Next to 1 there are no finer numbers.
      let tolerance = 2e-8 * (high - low) + (low > 0.5 ? 2e-16 : 0)
      #expect(abs(lower - low) <= tolerance, "\((lower - low) / (high - low))")
      #expect(abs(upper - high) <= tolerance, "\((upper - high) / (high - low))")
    }
  }
}
