private import Glibc

/// The moments of GELU, xΦ(x), for x ~ N(0, q) in closed form.
///
/// With t = q/(1 + q): E Φ² = 1/4 + asin(t)/2π, and Stein's lemma gives the rest.
struct NormalGELU {
  /// q.
  private let q: Double
  /// q/(1 + q).
  private let t: Double
  /// √(1 + 2q).
  private let root: Double
  /// E Φ(x)².
  private let squaredPhi: Double

  init(_ q: Double) {
    self.q = q >= 0 ? q : .nan
    t = q.isInfinite ? 1 : self.q / (1 + self.q)
    // 1 + 2q would overflow before q does.
    root = 2.0.squareRoot() * (self.q + 0.5).squareRoot()
    // asin(t) by its tangent: t near 1 has lost the digits that matter.
    squaredPhi = 0.25 + (q.isInfinite ? .pi / 2 : atan2(self.q, root)) / (2 * .pi)
  }

  var mean: Double { q.isInfinite ? q : q.squareRoot() * (t / (2 * .pi)).squareRoot() }

  /// q/4 + q·asin(t)/2π + q²/(π(1 + q)√(1 + 2q)).
  var secondMoment: Double { q.isInfinite ? q : q * (squaredPhi + t / (.pi * root)) }

  /// The derivative of `secondMoment`, term by term.
  var secondMomentSlope: Double {
    if q.isInfinite { return squaredPhi }
    return squaredPhi + t / (2 * .pi * root) + t / (.pi * root) * (2 - t - 0.5 * q / (q + 0.5))
  }

  /// E (Φ + xφ)² = E Φ² + t/(π√(1 + 2q)) + q/(2π(1 + 2q)^(3/2)).
  var derivativeSecondMoment: Double {
    if q.isInfinite { return squaredPhi }
    return squaredPhi + t / (.pi * root) + 0.5 * q / (q + 0.5) / (2 * .pi * root)
  }
}
