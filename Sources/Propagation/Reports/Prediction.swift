internal import Initializers
public import MeanField
internal import Scenes

/// What mean-field theory says of a network before anything is drawn.
public struct Prediction: Hashable, Sendable {
  /// σw² = width·Var W and σb² = Var b, with the maps that follow from them.
  public let map: LengthMap
  /// The mean squares of pre-activations, q₁ to q_L, in a network of infinite width.
  public let lengths: [Double]
  /// Where nearly all networks of this width have them.
  public let bands: [Band]
  /// Whether the bands are those of these layers: orthogonal ones stray less than the Gaussian ones
  /// whose bands they are.
  public let hasBands: Bool
  /// The inputs that the bands are of: the batch, or 1.
  public let bandBatch: Int
  /// The mean squares of gradients before the activations of layers 1 to L, that of L being 1.
  public let gradients: [Double]
  /// Where nearly all networks of this width have them.
  public let gradientBands: [Band]
  /// Where the mean square ends with ever more layers.
  public let destination: Destination

  // A batch's bands take a double integral a layer; deeper networks get those of one input.
  private static let mostBatchBands = 60

  /// Predicts the signal of a network; nil for layers that the theory is not about: weights that do
  /// not vary, whose mean is not 0, or that are ones and zeros.
  init?(_ recipe: Recipe, network: Network, inputMeanSquare: Double, batch: Int) {
    let law = recipe.law
    if case .ones = law { return nil }
    guard abs(law.mean) <= 1e-6 * law.std, law.std > 0, law.std.isFinite else { return nil }
    hasBands = if case .sphere = law { false } else { true }
    map = network.lengthMap(recipe)
    let first = map.firstLength(inputMeanSquare: inputMeanSquare)
    lengths = map.lengths(from: first, layers: network.depth)
    if batch > 1, network.depth <= Self.mostBatchBands {
      // Independent inputs are orthogonal but for a bias, which they share.
      let correlations = map.correlations(
        ofInputs: first > 0 ? network.biasVariance / first : 0, lengths: lengths)
      bands = map.bands(
        lengths: lengths, widths: [network.width], batch: batch, correlations: correlations)
      bandBatch = batch
    } else {
      bands = map.bands(lengths: lengths, width: network.width)
      bandBatch = 1
    }
    gradients = map.gradients(lengths: lengths)
    gradientBands = map.gradientBands(lengths: lengths, width: network.width)
    destination = map.destination(from: first)
  }

  /// χ⊥ at the last layer: the factor of the gradients' mean square a layer.
  public var perpendicularSusceptibility: Double {
    lengths.last.map { map.perpendicularSusceptibility($0) } ?? .nan
  }

  /// χ∥ at the last layer: what a distance from a fixed point is multiplied by a layer.
  public var parallelSusceptibility: Double {
    lengths.last.map { map.parallelSusceptibility($0) } ?? .nan
  }

  /// q*, if the mean square settles there.
  public var fixedPoint: Double? {
    if case .settles(let point) = destination { point.length } else { nil }
  }
}
