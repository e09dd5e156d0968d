package import Initializers

/// One input sent through a network of normal weights without drawing them.
///
/// Given x, the pre-activations of a fresh layer of N(µ, σ²) weights are exactly independent
/// N(µ·Σx, σ²·Σx²), so a layer takes one normal a neuron. Only one input and the forward pass can
/// be had so: other inputs and gradients meet the same weights again.
package struct GaussianShortcut: Sendable {
  private let network: Network
  private let mean: Double
  private let std: Double
  private var generator: any Generator
  private var postActivations: [Float]
  private var preActivations: [Float]
  private var derivatives: [Float]
  private var layer = 0
  private var range: ClosedRange<Float>?

  /// Starts with a tensor's seed and call; nil if its weights are not independent and normal.
  package init?(_ tensor: Tensor, recipe: Recipe, network: Network) {
    guard case .normal(let mean, let std) = recipe.draw else { return nil }
    self.network = network
    self.mean = mean
    self.std = std
    generator = tensor.generator
    postActivations = SignalDraw(tensor, network: network, batch: 1).inputs
    preActivations = postActivations
    derivatives = postActivations
  }

  /// The mean square of the input at first, then of the last layer's post-activations.
  package var meanSquare: Double { postActivations.meanSquare }

  /// Sends the signal through the next layer.
  package mutating func next() -> LayerSignal {
    layer += 1
    let count = Double(network.width)
    let sum = mean == 0 ? 0 : postActivations.reduce(0) { $0 + Double($1) }
    let spread = std * (postActivations.meanSquare * count).squareRoot()
    preActivations = generator.normals(network.width, mean: mean * sum, std: spread)
    if network.hasBias {
      let biases = generator.drawBiases(of: network)
      for index in preActivations.indices { preActivations[index] += biases[index] }
    }
    network.activation.apply(
      to: preActivations, values: &postActivations, derivatives: &derivatives)
    let measure = LayerMeasure(activation: network.activation, columns: network.width)
    let signal = measure.signal(
      layer: layer, preActivations: preActivations, postActivations: postActivations,
      derivatives: derivatives, range: range)
    range = range ?? signal.values.range
    return signal
  }
}
