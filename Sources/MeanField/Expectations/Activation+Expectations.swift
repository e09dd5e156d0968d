private import Glibc
private import Mathematics

/// Expectations of f(x) and f′(x) for x ~ N(0, q), where q is a layer's mean square.
///
/// Closed forms for linear, relu, leaky_relu and gelu, otherwise quadrature, to about 13 digits for
/// every q ≥ 0. A negative or undefined q gives NaN, an infinite one the limit.
extension Activation {
  /// V(q) = E f(√q z)², z ~ N(0, 1): the mean square after the activation.
  ///
  /// Source: Poole et al. 2016, arXiv:1606.05340, eq. 3.
  package func secondMoment(_ q: Double) -> Double {
    if let c = homogeneousFactor { return q >= 0 ? c * q : .nan }
    if self == .gelu { return NormalGELU(q).secondMoment }
    return expectation(at: q, atInfinity: limits.map(meanSquare) ?? .infinity) { x in
      let y = value(x)
      return y * y
    }
  }

  /// D(q) = E f′(√q z)²: what the mean square of a gradient is multiplied by.
  ///
  /// Source: Schoenholz et al. 2017, arXiv:1611.01232.
  package func derivativeSecondMoment(_ q: Double) -> Double {
    if let c = homogeneousFactor { return q >= 0 ? c : .nan }
    if self == .gelu { return NormalGELU(q).derivativeSecondMoment }
    if q == 0 { return meanSquare(nearSlopes) }
    return expectation(at: q, atInfinity: meanSquare(farSlopes)) { x in
      let slope = derivative(x)
      return slope * slope
    }
  }

  /// M(q) = E f(√q z).
  package func mean(_ q: Double) -> Double {
    guard q >= 0 else { return .nan }
    switch self {
    case .linear: return 0
    case .relu: return q.squareRoot() * NormalDistribution.peak
    case .leakyRelu(let slope):
      return slope == 1 ? 0 : (1 - slope) * q.squareRoot() * NormalDistribution.peak
    case .tanh: return 0
    // f(x) − 1/2 is odd.
    case .sigmoid: return 0.5
    case .gelu: return NormalGELU(q).mean
    default:
      let limit = limits.map { ($0.left + $0.right) / 2 }
      return expectation(at: q, atInfinity: limit ?? .infinity) { value($0) }
    }
  }

  /// V′(q) = E z f(√q z) f′(√q z)/√q: how the next mean square follows this one.
  package func secondMomentSlope(_ q: Double) -> Double {
    if let c = homogeneousFactor { return q >= 0 ? c : .nan }
    if self == .gelu { return NormalGELU(q).secondMomentSlope }
    // Near 0 the two sides of E z f f′ cancel where f(0) ≠ 0; the limit is then the closer one.
    if q == 0 || (q > 0 && q < 2e-11 && value(0.0) != 0) {
      return meanSquare(nearSlopes) + curvatureTerm
    }
    let sum = expectation(at: q, atInfinity: meanSquare(farSlopes)) { x in
      x * value(x) * derivative(x)
    }
    return q.isFinite ? sum / q : sum
  }

  /// E g(√q z).
  @inline(__always)
  func expectation(at q: Double, atInfinity limit: Double, of g: (Double) -> Double) -> Double {
    guard q >= 0 else { return .nan }
    if q == 0 { return g(0) }
    if q == .infinity { return limit }
    let scale = q.squareRoot()
    var sum = 0.0
    GaussianPanels(scale: scale, kinks: kinks).visit { z, weight in sum += weight * g(scale * z) }
    return sum
  }

  func meanSquare(_ sides: (left: Double, right: Double)) -> Double {
    (sides.left * sides.left + sides.right * sides.right) / 2
  }

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

/// Fourth moments over squared second ones: how far a mean over n neurons strays.
extension Activation {
  /// κf(q) = E f⁴/(E f²)² at x ~ N(0, q): a mean of f² over n neurons varies by (κf − 1)/n.
  ///
  /// 6 for relu, 3 for linear, at every q. Source: Hanin & Rolnick 2018, arXiv:1803.01719.
  package func kurtosis(_ q: Double) -> Double {
    guard q >= 0 else { return .nan }
    if homogeneousFactor != nil || (q == 0 && value(0.0) == 0) {
      return 3 * Self.kurtosis(nearSlopes)
    }
    if q == .infinity {
      return limits.map(Self.kurtosis) ?? 3 * Self.kurtosis(farSlopes)
    }
    let mean = secondMoment(q)
    return expectation(at: q, atInfinity: .nan) { x in
      // Divided before it is squared again, so that no power overflows.
      let share = value(x) / mean * value(x)
      return share * share
    }
  }

  private static func kurtosis(_ sides: (left: Double, right: Double)) -> Double {
    let (left, right) = (sides.left * sides.left, sides.right * sides.right)
    return 2 * (left * left + right * right) / ((left + right) * (left + right))
  }
}
