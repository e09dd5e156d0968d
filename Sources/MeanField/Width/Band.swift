private import Glibc

/// Where nearly all networks of a finite width have a layer's mean square: two standard deviations of
/// its logarithm around the geometric mean.
package struct Band: Hashable, Sendable {
  /// The geometric mean over networks, near the median; below the mean, which theory gives.
  package let centre: Double
  /// σ, the standard deviation of the logarithm over networks.
  package let logarithmicDeviation: Double

  /// The geometric mean over e^(2σ).
  package var low: Double { centre * exp(-2 * logarithmicDeviation) }
  /// The geometric mean times e^(2σ).
  package var high: Double { centre * exp(2 * logarithmicDeviation) }

  /// The band of a mean square that theory puts at a value.
  ///
  /// - Parameters:
  ///   - theory: the value in an infinitely wide network.
  ///   - shift: E ln q less the logarithm of that value.
  ///   - variance: Var ln q.
  init(theory: Double, shift: Double, variance: Double) {
    centre = theory * exp(shift)
    logarithmicDeviation = max(variance, 0).squareRoot()
  }
}
