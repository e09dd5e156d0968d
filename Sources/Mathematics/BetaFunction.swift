private import Glibc

/// The incomplete beta function I_x(a, b), the distribution function of a beta law.
///
/// Far enough from the median its continued fraction takes about 20 steps however large the
/// parameters are, so that quantiles of a billion draws cost no more than those of ten.
package struct BetaFunction {
  private let a: Double
  private let b: Double
  private let logConstant: Double

  /// The function with parameters `a` and `b`, both above 0.
  package init(_ a: Double, _ b: Double) {
    (self.a, self.b) = (a, b)
    let n = a + b
    // What Γ(a + b)/(Γ(a)Γ(b)) differs from its leading terms by Stirling's formula.
    logConstant =
      0.5 * log(b / (n * 2 * Double.pi * a)) - GammaFunction.stirlingError(a)
      - GammaFunction.stirlingError(b) + GammaFunction.stirlingError(n)
  }

  /// Returns I_x(a, b), of x and 1 − x with all its digits.
  package func regularized(_ x: Double, complement: Double) -> Double {
    if x <= 0 { return 0 }
    if complement <= 0 { return 1 }
    let t = log(x / complement * (b / a))
    // The fraction converges fast on this side of the mean; the symmetry serves the other.
    guard x >= (a + 1) / (a + b + 2) else { return exp(logFront(t)) / fraction(x) }
    let mirrored = BetaFunction(b, a)
    return 1 - exp(mirrored.logFront(-t)) / mirrored.fraction(complement)
  }

  /// Returns the x with I_x(a, b) = p, for a, b ≥ 1 and p up to about 0.1, and 1 − x with all its
  /// digits.
  ///
  /// Halley's method on ln I_x by ln(x/(1 − x)), in which it is concave, from the start of
  /// Abramowitz and Stegun 26.5.22. `z` is the standard normal quantile of p.
  package func lowerTailQuantile(
    logProbability: Double, z: Double
  ) -> (value: Double, complement: Double) {
    // t is ln(x/(1 − x)) less what it is at the mean.
    var t = start(z)
    for _ in 0..<24 {
      let x = place(t)
      let denominator = fraction(x)
      let excess = logFront(t) - log(denominator) - logProbability
      let slope = a * denominator
      let bend = a - (a + b) * x - slope
      let halley = 1 - excess * bend / (2 * slope)
      t -= excess / slope / max(halley, 0.5)
      // The step is of third order.
      if abs(excess) < 1e-4 { break }
    }
    return (place(t), b * exp(-t) / (a + b * exp(-t)))
  }

  private func start(_ z: Double) -> Double {
    let (r, s) = (1 / (2 * a - 1), 1 / (2 * b - 1))
    let h = 2 / (r + s)
    let lambda = (z * z - 3) / 6
    let w = -z * max(h + lambda, 0).squareRoot() / h - (s - r) * (lambda + 5.0 / 6 - 2 / (3 * h))
    return -2 * w
  }

  private func place(_ t: Double) -> Double { a / (a + b * exp(-t)) }

  /// ln of x^a·(1 − x)^b/(a·B(a, b)), about the mean, by the smaller parameter so that little
  /// cancels.
  private func logFront(_ t: Double) -> Double {
    let n = a + b
    let powers =
      a <= b ? a * t - n * log1p(a / n * expm1(t)) : -b * t - n * log1p(b / n * expm1(-t))
    return powers + logConstant
  }

  /// 1 + d₁/(1 + d₂/(1 + …)) of DLMF 8.17.22, the front over I_x.
  private func fraction(_ x: Double) -> Double {
    var (above, below) = (1.0, 1.0)
    var (aboveBefore, belowBefore) = (1.0, 0.0)
    var result = 0.0
    var m = 0.0
    for _ in 0..<100 {
      for _ in 0..<4 {
        let c = a + 2 * m
        let odd = -(a + m) * (a + b + m) * x / (c * (c + 1))
        (above, aboveBefore) = (above + odd * aboveBefore, above)
        (below, belowBefore) = (below + odd * belowBefore, below)
        m += 1
        let even = m * (b - m) * x / ((c + 1) * (c + 2))
        (above, aboveBefore) = (above + even * aboveBefore, above)
        (below, belowBefore) = (below + even * belowBefore, below)
      }
      let last = result
      result = above / below
      if abs(result - last) <= 1e-11 * abs(result) + 0x1p-52 { break }
      // Neither may leave the range of doubles.
      let scale = 1 / abs(below)
      above *= scale
      below *= scale
      aboveBefore *= scale
      belowBefore *= scale
    }
    return result
  }
}
