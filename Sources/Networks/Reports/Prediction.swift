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
