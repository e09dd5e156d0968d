extension LengthMap {
  /// The map with χ⊥(q) = 1 at a fixed point q: σw² = 1/D(q), σb² = q − σw²·V(q).
  ///
  /// Nil where that needs a negative σb². As q varies these are the critical line between the ordered
  /// and the chaotic phase. Source: Schoenholz et al. 2017, arXiv:1611.01232.
  package static func critical(_ activation: Activation, length q: Double) -> LengthMap? {
    let weights = 1 / activation.derivativeSecondMoment(q)
    let bias = q - weights * activation.secondMoment(q)
    guard weights.isFinite, bias >= 0 else { return nil }
    return LengthMap(activation, weightVariance: weights, biasVariance: bias)
  }

  /// The map on the critical line with this σb², the one with the smallest q* if there are several.
  ///
  /// Nil if there is none: relu is critical only without a bias.
  package static func critical(_ activation: Activation, biasVariance: Double) -> LengthMap? {
    guard biasVariance >= 0, biasVariance.isFinite else { return nil }
    let origin = critical(activation, length: 0)
    if biasVariance == 0, let origin, origin.biasVariance == 0 { return origin }
    guard activation.homogeneousFactor == nil else { return nil }
    func excess(_ logarithm: Double) -> Double {
      let q = exponential(logarithm)
      let weights = 1 / activation.derivativeSecondMoment(q)
      return q - weights * activation.secondMoment(q) - biasVariance
    }
    var (place, last) = (-18.5, excess(-18.5))
    while place < 14 {
      let next = excess(place + 0.5)
      if last * next < 0 {
        let q = exponential(bisect(place, place + 0.5, excess))
        return LengthMap(
          activation, weightVariance: 1 / activation.derivativeSecondMoment(q),
          biasVariance: biasVariance)
      }
      (place, last) = (place + 0.5, next)
    }
    return nil
  }
}
