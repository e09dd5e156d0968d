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
