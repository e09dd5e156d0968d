private import Glibc

/// The singular value that a mean other than 0 pushes out of the law's interval.
///
/// A matrix of rank one with singular value θ, added to independent entries, puts the largest
/// singular value at √((θ² + σ²m)(θ² + σ²n))/θ for θ > σ(mn)^¼, else it stays in the law.
/// Benaych-Georges & Nadakuditi 2012, section 3.1, doi:10.1016/j.jmva.2012.04.019.
package struct Outlier: Hashable, Sendable {
  /// The entries' mean.
  package let mean: Double
  /// The mean's own singular value, θ = |mean|·√(mn).
  package let strength: Double
  /// Where the largest singular value lies.
  package let value: Double

  /// Works out the outlier; nil where the mean is too weak for one.
  init?(of law: MarchenkoPastur, mean: Double, strength: Double) {
    let (m, n) = (Double(law.rows), Double(law.columns))
    let relative = strength / law.std
    guard relative > (m * n).squareRoot().squareRoot() else { return nil }
    (self.mean, self.strength) = (mean, strength)
    // √(θ² + m)·√(1 + n/θ²) holds where θ² would overflow.
    value = law.std * hypot(relative, m.squareRoot()) * hypot(1, n.squareRoot() / relative)
  }
}
