internal import Initializers
package import MeanField

/// What mean-field theory says of a network before anything is drawn.
package struct Prediction: Hashable, Sendable {
  /// σw² = width·Var W and σb² = Var b, with the maps that follow from them.
  package let map: LengthMap
  /// The mean squares of pre-activations, q₁ to q_L, in a network of infinite width.
  package let lengths: [Double]
  /// Where nearly all networks of this width have them, in the mean over the batch.
  package let bands: [Band]
  /// Why the bands are not those of these networks; nil where they are.
  package let bandAbsence: BandAbsence?
  /// The inputs that the bands are of.
  package let bandBatch: Int
  /// The mean squares of gradients before the activations of layers 1 to L, that of L being 1.
  package let gradients: [Double]
  /// Where nearly all networks of this width have them.
  package let gradientBands: [Band]
  /// Why the gradients' bands are not those of these networks; nil where they are.
  package let gradientBandAbsence: BandAbsence?
  /// Where the mean square ends with ever more layers.
  package let destination: Destination

  /// Predicts the signal of a network; nil for layers that the theory is not about: weights that do
  /// not vary, whose mean is not 0, or that are ones and zeros.
  init?(_ recipe: Recipe, network: Network, inputMeanSquare: Double, batch: Int) {
    let law = recipe.law
    if case .ones = law { return nil }
    guard abs(law.mean) <= 1e-6 * law.std, law.std > 0, law.std.isFinite else { return nil }
    map = network.lengthMap(recipe)
    let first = map.firstLength(inputMeanSquare: inputMeanSquare)
    lengths = map.lengths(from: first, layers: network.depth)
    let finite = FiniteWidth(
      map, lengths: lengths, ensemble: Ensemble(law, network: network, batch: batch))
    let isOrthogonal = if case .sphere = law { true } else { false }
    bands = finite.bands
    bandAbsence = isOrthogonal ? .orthogonal : finite.absence
    bandBatch = batch
    gradients = map.gradients(lengths: lengths)
    gradientBands = finite.gradientBands()
    gradientBandAbsence = isOrthogonal ? .orthogonal : finite.gradientAbsence
    destination = map.destination(from: first)
  }

  /// Whether there is a band of the signal that these networks keep to.
  package var hasBands: Bool { bandAbsence == nil }

  /// Whether there is one of the gradients.
  package var hasGradientBands: Bool { gradientBandAbsence == nil }

  /// χ⊥ at the last layer: the factor of the gradients' mean square a layer.
  package var perpendicularSusceptibility: Double {
    lengths.last.map { map.perpendicularSusceptibility($0) } ?? .nan
  }

  /// χ∥ at the last layer: what a distance from a fixed point is multiplied by a layer.
  package var parallelSusceptibility: Double {
    lengths.last.map { map.parallelSusceptibility($0) } ?? .nan
  }

  /// q*, if the mean square settles there.
  package var fixedPoint: Double? {
    if case .settles(let point) = destination { point.length } else { nil }
  }
}

extension Ensemble {
  /// The networks that differ from one only in what is drawn.
  fileprivate init(_ law: Law, network: Network, batch: Int) {
    self.init(widths: [network.width], batch: batch)
    inputKurtosis = network.input == .uniform ? Law.uniform(low: -1, high: 1).kurtosis : 3
    weightKurtosis = law.kurtosis
    columnKurtosis = law.kurtosis
    // The number of zeros of a column is exact: its sum of squares strays by those of the rest only.
    if case .sparse(_, let zeros, let rows) = law, rows > zeros {
      columnKurtosis = 1 + 2 * Double(rows) / Double(rows - zeros)
    }
    // Biases are drawn as `nn.Linear` draws them.
    biasKurtosis = Law.uniform(low: -1, high: 1).kurtosis
  }
}

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
