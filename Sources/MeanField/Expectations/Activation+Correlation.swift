private import Glibc

extension Activation {
  /// E f(u₁)f(u₂), or of f′, for u normal with variance q and correlation c.
  func correlatedProduct(_ c: Double, _ q: Double, ofDerivatives: Bool = false) -> Double {
    guard q >= 0, q.isFinite, abs(c) <= 1 else { return .nan }
    if case .linear = self { return ofDerivatives ? 1 : q * c }
    if homogeneousFactor != nil { return arcProduct(c, q, ofDerivatives: ofDerivatives) }
    return product(c, q) { x in ofDerivatives ? derivative(x) : value(x) }
  }

  /// E g(u₁)g(u₂).
  private func product(_ c: Double, _ q: Double, _ function: (Double) -> Double) -> Double {
    let scale = q.squareRoot()
    if scale == 0 { return function(0) * function(0) }
    let rest = ((1 - c) * (1 + c)).squareRoot()
    // A kink of the inner function is seen by the outer one blurred over √(1 − c²).
    let feature = kinks.isEmpty ? 1 : min(1, max(rest, 1e-6) * scale)
    var sum = 0.0
    GaussianPanels(scale: scale, feature: feature, kinks: kinks).visit { z, weight in
      let x = scale * z
      var inner = 0.0
      GaussianPanels(offset: c * x, scale: scale * rest, kinks: kinks).visit { y, weight in
        inner += weight * function(c * x + scale * rest * y)
      }
      sum += weight * function(x) * inner
    }
    return sum
  }

  /// The same for relu and leaky_relu, whose kernel is the arc cosine.
  ///
  /// Source: Cho & Saul 2009, with f = (1 − s)·relu + s·x.
  private func arcProduct(_ c: Double, _ q: Double, ofDerivatives: Bool) -> Double {
    let slope = nearSlopes.left
    let angle = acos(c)
    let square = (1 - slope) * (1 - slope)
    if ofDerivatives { return square * (.pi - angle) / (2 * .pi) + slope }
    let root = ((1 - c) * (1 + c)).squareRoot()
    return q * (square * (root + c * (.pi - angle)) / (2 * .pi) + slope * c)
  }
}
