private import Glibc

extension LengthMap {
  /// The next layer's correlation of two inputs' pre-activations with mean square q and correlation c.
  ///
  /// C(c) = (σw²·E f(u₁)f(u₂) + σb²)/(σw²·V(q) + σb²), u normal with variance q and correlation c.
  /// Source: Poole et al. 2016, arXiv:1606.05340, eq. 5.
  public func nextCorrelation(_ c: Double, length q: Double) -> Double {
    guard c < 1 else { return c == 1 ? 1 : .nan }
    let product = activation.correlatedProduct(c, q)
    return (weightVariance * product + biasVariance) / next(q)
  }

  /// The correlations of layers 1 to L, for inputs of one mean square whose own correlation is given.
  ///
  /// - Parameter lengths: q₁ to q_L, as `lengths(from:layers:)` gives them.
  public func correlations(ofInputs correlation: Double, lengths: [Double]) -> [Double] {
    guard let first = lengths.first else { return [] }
    var correlations = [((first - biasVariance) * correlation + biasVariance) / first]
    for (layer, q) in lengths.dropLast().enumerated() {
      correlations.append(nextCorrelation(correlations[layer], length: q))
    }
    return correlations
  }

  /// C′(c) = σw²·E f′(u₁)f′(u₂) at a fixed length; χ⊥ at c = 1.
  public func correlationSlope(_ c: Double, length q: Double) -> Double {
    c == 1
      ? perpendicularSusceptibility(q)
      : weightVariance * activation.correlatedProduct(c, q, ofDerivatives: true)
  }

  /// c*, the correlation that all pairs of inputs reach: 1 where χ⊥ ≤ 1, otherwise below.
  ///
  /// - Parameter q: a fixed point of the length map above 0.
  public func limitCorrelation(length q: Double) -> Double {
    guard isDefined, q > 0, q.isFinite else { return .nan }
    guard perpendicularSusceptibility(q) > 1 + 1e-9 else { return 1 }
    // C is convex from C(0) ≥ 0 to C(1) = 1, so one root lies below 1.
    guard nextCorrelation(0, length: q) > 1e-14 else { return 0 }
    return Self.bisect(0, 1 - 1e-9, steps: 44) { nextCorrelation($0, length: q) - $0 }
  }

  /// ξ_c = −1/ln C′(c*): the layers in which a distance from c* falls to 1/e.
  ///
  /// In the ordered phase that is −1/ln χ⊥. Source: Schoenholz et al. 2017, arXiv:1611.01232, eq. 9.
  public func correlationScale(length q: Double) -> Double {
    Self.depthScale(correlationSlope(limitCorrelation(length: q), length: q))
  }
}

extension Activation {
  /// E f(u₁)f(u₂), or of f′, for u normal with variance q and correlation c.
  func correlatedProduct(_ c: Double, _ q: Double, ofDerivatives: Bool = false) -> Double {
    guard q >= 0, q.isFinite, abs(c) <= 1 else { return .nan }
    if case .linear = self { return ofDerivatives ? 1 : q * c }
    if homogeneousFactor != nil { return arcProduct(c, q, ofDerivatives: ofDerivatives) }
    func function(_ x: Double) -> Double { ofDerivatives ? derivative(x) : value(x) }
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
