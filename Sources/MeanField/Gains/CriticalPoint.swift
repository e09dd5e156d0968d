private import Glibc
private import Mathematics

/// Variances at which a network neither loses nor amplifies signal and gradient: χ∥ = χ⊥ = 1.
///
/// Both are 1 at once where V′(q) = D(q), that is E f f″ = 0; then σw² = 1/D(q*) and
/// σb² = q* − σw²·V(q*). gelu has (σb², σw²) = (0.17292239, 1.98305826) at q* = (3 + √17)/2, silu
/// (0.55514317, 1.98800468) at 14.3202. The point is half stable: mean squares come to it from one side.
/// Source: Roberts, Yaida & Hanin 2022, arXiv:2106.10165, chapter 5.
package struct CriticalPoint: Hashable, Sendable {
  /// σb² = Var b.
  package let biasVariance: Double
  /// σw² = fan_in·Var W.
  package let weightVariance: Double
  /// q*.
  package let length: Double

  /// The critical point with q* above 0; nil for activations without one, relu and tanh among them.
  package init?(_ activation: Activation) {
    guard activation.homogeneousFactor == nil else { return nil }
    func excess(_ logarithm: Double) -> Double {
      let q = exp(logarithm)
      return activation.secondMomentSlope(q) - activation.derivativeSecondMoment(q)
    }
    // From q = 0.01 to 10⁴ by steps of a fifth in ln q.
    var (place, last) = (-4.6, excess(-4.6))
    while place < 9.2 {
      let next = excess(place + 0.2)
      if last * next < 0 {
        let root = Bisection.root(from: place, to: place + 0.2, of: excess)
        let q = exp(root)
        let weights = 1 / activation.derivativeSecondMoment(q)
        let bias = q - weights * activation.secondMoment(q)
        if bias >= 0 {
          (biasVariance, weightVariance, length) = (bias, weights, q)
          return
        }
      }
      (place, last) = (place + 0.2, next)
    }
    return nil
  }
}
