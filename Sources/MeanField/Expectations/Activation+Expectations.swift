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

  private func meanSquare(_ sides: (left: Double, right: Double)) -> Double {
    (sides.left * sides.left + sides.right * sides.right) / 2
  }
}
