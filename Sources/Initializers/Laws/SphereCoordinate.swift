private import Glibc
private import Mathematics

/// One coordinate of a point uniform on a sphere: the law of one entry of an orthogonal matrix.
///
/// x²/radius² is Beta(½, (m − 1)/2) on the sphere in m dimensions, so the density is
/// Γ(m/2)/(√π·Γ((m − 1)/2))·(1 − (x/radius)²)^((m−3)/2)/radius.
package struct SphereCoordinate: Hashable, Sendable {
  /// The number m of coordinates.
  package let dimension: Int
  /// The sphere's radius: the gain.
  package let radius: Double

  /// Makes the law; m is at least 1.
  package init(dimension: Int, radius: Double) {
    self.dimension = max(1, dimension)
    self.radius = abs(radius)
  }

  /// radius/√m.
  var std: Double { radius / Double(dimension).squareRoot() }

  /// 3m/(m + 2), the normal law's 3 in the limit.
  var kurtosis: Double { 3 * Double(dimension) / Double(dimension + 2) }

  /// Whether the coordinate has a density: not on the two points of m = 1.
  var hasDensity: Bool { dimension >= 2 && radius > 0 && radius.isFinite }

  func density(_ x: Double) -> Double {
    let t = x / radius
    guard hasDensity, abs(t) < 1 else { return 0 }
    let m = Double(dimension)
    let logFactor = lgamma(m / 2) - lgamma((m - 1) / 2) - 0.5 * log(Double.pi)
    return exp(logFactor + (m - 3) / 2 * log1p(-t * t)) / radius
  }

  func distribution(_ x: Double) -> Double {
    guard radius > 0 else { return x >= 0 ? 1 : 0 }
    let t = x / radius
    if t <= -1 { return dimension == 1 && t == -1 ? 0.5 : 0 }
    if t >= 1 { return 1 }
    guard dimension >= 2 else { return 0.5 }
    // By the fraction of a cap; the half is exact at 0.
    let cap = BetaFunction(Double(dimension - 1) / 2, 0.5)
    let half = cap.regularized(1 - t * t, complement: t * t) / 2
    return t < 0 ? half : 1 - half
  }

  func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    guard hasDensity else { return p < 0.5 ? -radius : radius }
    if p > 0.5 { return -quantile(1 - p) }
    return Bisection.boundary(from: -radius, to: 0, halvings: 60) { distribution($0) < p }
  }
}
