internal import MeanField

extension Prediction {
  /// Whether most networks of this width miss theory's last mean square by a factor of 2 or more.
  ///
  /// So it is where the map is unstable, as with gelu, silu and mish at their forward gains, and the
  /// deviation of ln q that one layer's neurons leave grows from layer to layer. Beyond 1 the first order
  /// in 1/n says no more where networks go: of 300 simulated ones 55 to 98 per cent were off by 2.
  /// Activations for which f(ax) = a·f(x) stray evenly, and their median is known.
  package func strays(width: Int) -> Bool { !isMean && firstOrderDeviation(width) >= 1 }

  /// σ of ln q in the last layer for one input, as `LengthMap.bands` has it; from 16 layers on the layers
  /// between share elasticity and kurtosis.
  private func firstOrderDeviation(_ width: Int) -> Double {
    let steps = lengths.count - 1
    let samples = min(16, steps)
    guard samples > 0, width > 0 else { return 0 }
    let measured = (0..<samples).map { index in
      let q = lengths[index * steps / samples]
      return (
        elasticity: map.elasticity(q), noise: (map.activation.kurtosis(q) - 1) / Double(width)
      )
    }
    var variance = 0.0
    for step in 0..<steps {
      let (elasticity, noise) = measured[step * samples / steps]
      guard elasticity.isFinite, noise.isFinite else { continue }
      variance = elasticity * elasticity * variance + noise
    }
    return (variance + 2 / Double(width)).squareRoot()
  }

  /// Whether the mean squares are the means over networks of any width: activations for which
  /// f(ax) = a·f(x).
  var isMean: Bool { map.activation.homogeneousFactor != nil }
}
