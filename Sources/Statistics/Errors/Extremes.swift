import Glibc

/// The laws of the least and the greatest of n independent draws.
///
/// P(max ≤ x) = F(x)ⁿ and P(min ≤ x) = 1 − (1 − F(x))ⁿ, so that a quantile of either is a quantile
/// of the law itself at another probability.
package struct Extremes: Equatable, Sendable {
  /// The number of draws, at least one.
  package let count: Int

  /// Creates the laws of the extremes of `count` draws.
  package init(count: Int) {
    self.count = max(count, 1)
  }

  /// Returns P(min ≤ x) where P(draw ≤ x) is `probability`.
  package func minimumProbability(_ probability: Double) -> Double {
    -expm1(Double(count) * log1p(-probability))
  }

  /// Returns the value the greatest draw stays below with a probability; ½ gives its median.
  package func maximumQuantile(_ probability: Double, lawQuantile: (Double) -> Double) -> Double {
    lawQuantile(exp(log(probability) / Double(count)))
  }

  /// Returns the value the least draw stays below with a probability; ½ gives its median.
  package func minimumQuantile(_ probability: Double, lawQuantile: (Double) -> Double) -> Double {
    lawQuantile(-expm1(log1p(-probability) / Double(count)))
  }
}
