internal import Glibc

/// The standard normal law.
package enum NormalDistribution {
  /// 1/√(2π), the density at 0.
  @inlinable
  package static var peak: Double { 0.3989422804014327 }

  /// φ(z) = e^(−z²/2)/√(2π).
  @inlinable
  package static func density(_ z: Double) -> Double { exp(-0.5 * z * z) * peak }

  /// Φ(z), accurate in both tails.
  @inlinable
  package static func distribution(_ z: Double) -> Double {
    0.5 * erfc(-z * 0.7071067811865476)
  }

  /// Φ⁻¹(p); ±∞ at 1 and 0, NaN outside.
  ///
  /// Acklam's rational approximation (relative error 1.15e−9), then one step of Halley's method
  /// on Φ, which brings it to the last bits of double precision.
  package static func quantile(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
    // By symmetry only the lower half is inverted, where Φ keeps its relative accuracy.
    if p > 0.5 { return -quantile(1 - p) }
    let z = approximateQuantile(p)
    let error = (distribution(z) - p) / density(z)
    return z - error / (1 + z * error / 2)
  }

  private static func approximateQuantile(_ p: Double) -> Double {
    if p < 0.02425 {
      let q = (-2 * log(p)).squareRoot()
      return polynomial(
        q, -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
        -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00)
        / polynomial(
          q, 7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00,
          3.754408661907416e+00, 1)
    }
    let q = p - 0.5
    let r = q * q
    return q
      * polynomial(
        r, -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02,
        1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00)
      / polynomial(
        r, -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02,
        6.680131188771972e+01, -1.328068155288572e+01, 1)
  }

  private static func polynomial(_ x: Double, _ coefficients: Double...) -> Double {
    coefficients.reduce(0) { $0 * x + $1 }
  }

  /// (1 − Φ(z))/φ(z) for z ≥ 0, which is near 1/z where both underflow.
  ///
  /// Laplace's continued fraction, DLMF 7.9.2; 30 terms give double precision from z = 5 on.
  package static func millsRatio(_ z: Double) -> Double {
    if z < 5 {
      return (Double.pi / 2).squareRoot() * exp(0.5 * z * z) * erfc(z * 0.7071067811865476)
    }
    var fraction = 0.0
    for term in stride(from: z < 10 ? 30.0 : 12, to: 0, by: -1) { fraction = term / (z + fraction) }
    return 1 / (z + fraction)
  }
}
