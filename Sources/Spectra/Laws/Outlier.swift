private import Glibc
private import Mathematics

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

/// Singular values that are all the same.
package struct Spike: Hashable, Sendable {
  /// The value.
  package let value: Double
  /// How many there are.
  package let count: Int
}

/// How far WWᵀ/(nσ²) usually is from the identity, for independent entries of mean 0.
enum GramFluctuation {
  /// The median of the largest entry of |WWᵀ/(nσ²) − I|, W of p ≤ n sides; nil if nothing varies.
  ///
  /// Off the diagonal an entry is nearly normal with variance 1/n, on it with (κ − 1)/n, κ being
  /// the kurtosis; the median t solves P(|Z| ≤ t√n)^(p(p−1)/2)·P(|Z| ≤ t√(n/(κ−1)))^p = ½. For
  /// uniform and normal entries it is within a few hundredths of simulations from 64×64 on, for
  /// sparse ones within a fifth.
  static func median(rows: Int, columns: Int, kurtosis: Double) -> Double? {
    guard rows > 0, columns > 0, kurtosis > 1, kurtosis.isFinite else { return nil }
    let (p, n) = (Double(min(rows, columns)), Double(max(rows, columns)))
    let logarithm = { (t: Double) in
      p * (p - 1) / 2 * log1p(-erfc(t * (n / 2).squareRoot()))
        + p * log1p(-erfc(t * (n / 2 / (kurtosis - 1)).squareRoot()))
    }
    let most = 40 * (max(1, kurtosis - 1) / n).squareRoot()
    return Bisection.boundary(from: 0, to: most) { logarithm($0) < -M_LN2 }
  }
}
