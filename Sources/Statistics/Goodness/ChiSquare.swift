private import Mathematics

/// Pearson's χ² of counts against their expectations.
///
/// Neighbouring bins are pooled from the left until 5 or more are expected, and what is left over
/// at the right end joins the last pool: W. G. Cochran (1954), doi:10.2307/3001616.
package struct ChiSquare: Equatable, Sendable {
  /// Σ(observed − expected)²/expected over the pools.
  package let statistic: Double

  /// The number of pools less one, and less one for each parameter taken from the sample.
  package let degreesOfFreedom: Int

  /// The number of pools of bins.
  package let poolCount: Int

  /// The probability that chance exceeds the statistic; NaN without a degree of freedom.
  package var pValue: Double {
    Self.survival(statistic, degreesOfFreedom: degreesOfFreedom)
  }

  /// The least count a pool must expect.
  package static let leastExpected = 5.0

  /// Compares counts with expectations of the same bins; nil if not even one pool expects enough.
  ///
  /// Expectations that are negative or not finite count as 0; bins beyond the shorter list are left out.
  package init?(observed: some Sequence<Int>, expected: [Double], estimatedParameters: Int = 0) {
    var pools: [(observed: Double, expected: Double)] = []
    var open = (observed: 0.0, expected: 0.0)
    for (count, expectation) in zip(observed, expected) {
      open.observed += Double(count)
      open.expected += expectation > 0 && expectation.isFinite ? expectation : 0
      if open.expected >= Self.leastExpected {
        pools.append(open)
        open = (0, 0)
      }
    }
    guard let last = pools.last else { return nil }
    pools[pools.count - 1] = (last.observed + open.observed, last.expected + open.expected)
    statistic = pools.reduce(0) {
      $0 + ($1.observed - $1.expected) * ($1.observed - $1.expected) / $1.expected
    }
    poolCount = pools.count
    degreesOfFreedom = max(pools.count - 1 - max(estimatedParameters, 0), 0)
  }

  /// Returns P(χ² > x) with the degrees of freedom given.
  package static func survival(_ x: Double, degreesOfFreedom: Int) -> Double {
    degreesOfFreedom > 0
      ? GammaFunction.upperRegularized(Double(degreesOfFreedom) / 2, x / 2) : .nan
  }
}

/// By how many standard deviations a bin's count exceeds its expectation.
///
/// A count of n values that fall into a bin with probability p is binomial, with variance np(1 − p).
package struct Residual: Equatable, Sendable {
  /// (observed − expected)/√(np(1 − p)), p = expected/n.
  package let value: Double

  /// Below so many expected, or missed, a binomial count is not near normal.
  package static let leastExpected = ChiSquare.leastExpected

  /// Returns nil where too few are expected, or too few elsewhere.
  package init?(observed: Int, expected: Double, total: Double) {
    guard expected >= Self.leastExpected, total - expected >= Self.leastExpected else { return nil }
    value = (Double(observed) - expected) / (expected * (1 - expected / total)).squareRoot()
  }
}
