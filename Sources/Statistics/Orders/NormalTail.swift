private import Glibc

/// The lower tail of the standard normal law.
enum NormalTail {
  /// Returns Φ⁻¹(p) for 0 < p ≤ ½, by Abramowitz and Stegun 26.2.23 and a step of Newton's method.
  static func quantile(_ p: Double) -> Double {
    guard p > 0, p < 0.5 else { return p == 0 ? -.infinity : p == 0.5 ? 0 : .nan }
    let t = (-2 * log(p)).squareRoot()
    let above = 2.515517 + t * (0.802853 + t * 0.010328)
    let below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    let z = above / below - t
    let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
    return z - (0.5 * erfc(-z / 2.0.squareRoot()) - p) / density
  }
}
