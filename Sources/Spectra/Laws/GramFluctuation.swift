private import Glibc
private import Mathematics

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
