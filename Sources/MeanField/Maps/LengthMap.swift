private import Glibc

/// The mean-field theory of a deep, wide, random network: q → σw²·V(q) + σb².
///
/// q is the mean square of a layer's pre-activations, σw² = fan_in·Var W and σb² = Var b; V(q) is
/// `Activation.secondMoment`.
///
/// ```swift
/// let map = LengthMap(.tanh, weightVariance: 25.0 / 9)
/// map.lengths(from: map.firstLength(inputMeanSquare: 1), layers: 40).last  // 1.178480
/// map.perpendicularSusceptibility(1.178480)  // 1.2098: gradients grow
/// ```
/// Source: Poole et al. 2016, arXiv:1606.05340; Schoenholz et al. 2017, arXiv:1611.01232.
package struct LengthMap: Hashable, Sendable {
  /// What stands between two layers.
  package let activation: Activation
  /// σw² = fan_in·Var W.
  package let weightVariance: Double
  /// σb² = Var b.
  package let biasVariance: Double

  /// The theory of layers that all have these variances.
  package init(_ activation: Activation, weightVariance: Double, biasVariance: Double = 0) {
    self.activation = activation
    self.weightVariance = weightVariance
    self.biasVariance = biasVariance
  }

  /// q₁ = σw²·mean(x²) + σb².
  package func firstLength(inputMeanSquare: Double) -> Double {
    weightVariance * inputMeanSquare + biasVariance
  }

  /// The next layer's q: σw²·V(q) + σb².
  package func next(_ q: Double) -> Double {
    weightVariance * activation.secondMoment(q) + biasVariance
  }

  /// q₁, q₂, … q_L.
  package func lengths(from first: Double, layers: Int) -> [Double] {
    guard layers > 0 else { return [] }
    var lengths = [first]
    lengths.reserveCapacity(layers)
    var q = first
    for _ in 1..<layers {
      q = next(q)
      lengths.append(q)
    }
    return lengths
  }

  /// χ⊥(q) = σw²·D(q): the growth of gradients a layer, and of the angle between like inputs.
  package func perpendicularSusceptibility(_ q: Double) -> Double {
    weightVariance * activation.derivativeSecondMoment(q)
  }

  /// χ∥(q) = σw²·V′(q), the slope of the map: below 1 at a fixed point that attracts.
  package func parallelSusceptibility(_ q: Double) -> Double {
    weightVariance * activation.secondMomentSlope(q)
  }

  /// d ln q₍l+1₎/d ln q_l = q·χ∥(q)/(σw²·V(q) + σb²).
  package func elasticity(_ q: Double) -> Double {
    q * parallelSusceptibility(q) / next(q)
  }

  /// ξ = −1/ln χ in layers; infinite at χ = 1, negative where differences grow.
  package static func depthScale(_ susceptibility: Double) -> Double {
    susceptibility == 1 ? .infinity : -1 / log(susceptibility)
  }

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

  /// The mean squares of ∂L/∂z at layers 1 to L, where the last is given.
  ///
  /// From layer l + 1 back to layer l they are multiplied by χ⊥(q_l)·n₍l+1₎/n_l: the weights
  /// between them have variance σw²/n_l.
  /// - Parameters:
  ///   - lengths: q₁ to q_L.
  ///   - last: the mean square of ∂L/∂z_L.
  ///   - widths: n₁ to n_L; none if all are equal.
  /// Source: Schoenholz et al. 2017, arXiv:1611.01232.
  package func gradients(lengths: [Double], last: Double = 1, widths: [Int] = []) -> [Double] {
    guard !lengths.isEmpty else { return [] }
    var gradients = Array(repeating: last, count: lengths.count)
    for layer in lengths.indices.dropLast().reversed() {
      let hasWidths = widths.count == lengths.count
      let ratio = hasWidths ? Double(widths[layer + 1]) / Double(widths[layer]) : 1
      gradients[layer] =
        gradients[layer + 1] * (perpendicularSusceptibility(lengths[layer]) * ratio)
    }
    return gradients
  }
}
