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
}
