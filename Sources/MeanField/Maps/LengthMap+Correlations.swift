private import Mathematics

extension LengthMap {
  /// The next layer's correlation of two inputs' pre-activations with mean square q and correlation c.
  ///
  /// C(c) = (σw²·E f(u₁)f(u₂) + σb²)/(σw²·V(q) + σb²), u normal with variance q and correlation c.
  /// Source: Poole et al. 2016, arXiv:1606.05340, eq. 5.
  package func nextCorrelation(_ c: Double, length q: Double) -> Double {
    guard c < 1 else { return c == 1 ? 1 : .nan }
    let product = activation.correlatedProduct(c, q)
    let correlation = (weightVariance * product + biasVariance) / next(q)
    // Rounding must not take inputs beyond alike.
    return correlation > 1 ? 1 : correlation
  }

  /// The correlations of layers 1 to L, for inputs of one mean square whose own correlation is given.
  ///
  /// - Parameter lengths: q₁ to q_L, as `lengths(from:layers:)` gives them.
  package func correlations(ofInputs correlation: Double, lengths: [Double]) -> [Double] {
    guard let first = lengths.first else { return [] }
    var correlations = [((first - biasVariance) * correlation + biasVariance) / first]
    for (layer, q) in lengths.dropLast().enumerated() {
      correlations.append(nextCorrelation(correlations[layer], length: q))
    }
    return correlations
  }

  /// C′(c) = σw²·E f′(u₁)f′(u₂) at a fixed length; χ⊥ at c = 1.
  package func correlationSlope(_ c: Double, length q: Double) -> Double {
    c == 1
      ? perpendicularSusceptibility(q)
      : weightVariance * activation.correlatedProduct(c, q, ofDerivatives: true)
  }

  /// c*, the correlation that all pairs of inputs reach: 1 where χ⊥ ≤ 1, otherwise below.
  ///
  /// - Parameter q: a fixed point of the length map above 0.
  package func limitCorrelation(length q: Double) -> Double {
    guard isDefined, q > 0, q.isFinite else { return .nan }
    guard perpendicularSusceptibility(q) > 1 + 1e-9 else { return 1 }
    // C is convex from C(0) ≥ 0 to C(1) = 1, so one root lies below 1.
    guard nextCorrelation(0, length: q) > 1e-14 else { return 0 }
    return Bisection.root(from: 0, to: 1 - 1e-9, halvings: 44) {
      nextCorrelation($0, length: q) - $0
    }
  }

  /// ξ_c = −1/ln C′(c*): the layers in which a distance from c* falls to 1/e.
  ///
  /// In the ordered phase that is −1/ln χ⊥. Source: Schoenholz et al. 2017, arXiv:1611.01232.
  package func correlationScale(length q: Double) -> Double {
    Self.depthScale(correlationSlope(limitCorrelation(length: q), length: q))
  }
}
