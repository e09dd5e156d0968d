private import Glibc

extension Activation {
  /// E f(u₁)f(u₂) for u normal with variance q and correlation c.
  func correlatedProduct(_ c: Double, _ q: Double) -> Double {
    guard q >= 0, q.isFinite, abs(c) <= 1 else { return .nan }
    if case .linear = self { return q * c }
    if homogeneousFactor != nil { return arcProduct(c, q) }
    return product(c, q)
  }

  private func product(_ c: Double, _ q: Double) -> Double {
    let scale = q.squareRoot()
    if scale == 0 { return value(0.0) * value(0.0) }
    let rest = ((1 - c) * (1 + c)).squareRoot()
    // A kink of the inner function is seen by the outer one blurred over √(1 − c²).
    let feature = kinks.isEmpty ? 1 : min(1, max(rest, 1e-6) * scale)
    var sum = 0.0
    GaussianPanels(scale: scale, feature: feature, kinks: kinks).visit { z, weight in
      let x = scale * z
      var inner = 0.0
      GaussianPanels(offset: c * x, scale: scale * rest, kinks: kinks).visit { y, weight in
        inner += weight * value(c * x + scale * rest * y)
      }
      sum += weight * value(x) * inner
    }
    return sum
  }

  /// The same for relu and leaky_relu, whose kernel is the arc cosine.
  ///
  /// Source: Cho & Saul 2009, with f = (1 − s)·relu + s·x.
  private func arcProduct(_ c: Double, _ q: Double) -> Double {
    let slope = nearSlopes.left
    let angle = acos(c)
    let square = (1 - slope) * (1 - slope)
    let root = ((1 - c) * (1 + c)).squareRoot()
    return q * (square * (root + c * (.pi - angle)) / (2 * .pi) + slope * c)
  }
}
