internal import Initializers
private import LinearAlgebra
internal import MeanField

/// A batch sent through a network with its matrices, and a gradient sent back.
struct MatrixPass {
  private let network: Network
  var weights: KeptWeights
  private let inputs: [Float]
  private var gradients: [Float]
  // z of every layer that the gradient has not passed yet.
  private var preActivations: [[Float]] = []
  // x and f′ of the layer last computed; both are computed again on the way back.
  private var postActivations: [Float]
  private var derivatives: [Float]
  private var weightGradients: [Float] = []
  private var range: ClosedRange<Float>?

  init(_ weights: KeptWeights, network: Network, signals: SignalDraw) {
    self.weights = weights
    self.network = network
    inputs = signals.inputs
    gradients = signals.gradients
    postActivations = signals.inputs
    derivatives = [Float](repeating: 0, count: network.signalCount)
  }

  /// Sends the signal through the next layer.
  mutating func forward() throws(PropagationError) -> LayerSignal {
    let layer = try weights.next()
    let width = network.width
    var z = [Float](repeating: 0, count: network.signalCount)
    if network.hasBias {
      for row in 0..<network.batch {
        z.replaceSubrange(row * width..<(row + 1) * width, with: layer.biases)
      }
    }
    try multiply(
      .plain(postActivations), .transpose(layer.weights), rows: network.batch, columns: width,
      inner: width, share: network.hasBias ? 1 : 0, into: &z)
    network.activation.apply(to: z, values: &postActivations, derivatives: &derivatives)
    preActivations.append(z)
    let measure = LayerMeasure(activation: network.activation, columns: width)
    let signal = measure.signal(
      layer: preActivations.count, preActivations: z, postActivations: postActivations,
      derivatives: derivatives, range: range)
    range = range ?? signal.values.range
    return signal
  }

  /// Sends the gradient back through the last layer it has not passed.
  mutating func backward() throws(PropagationError) -> LayerGradient? {
    guard let layer = try weights.takeLast(), preActivations.popLast() != nil else { return nil }
    let (batch, width) = (network.batch, network.width)
    // ∂L/∂W needs what came in, f(z) of the layer below.
    if let below = preActivations.last {
      network.activation.apply(to: below, values: &postActivations, derivatives: &derivatives)
    } else {
      postActivations = inputs
    }
    if weightGradients.isEmpty { weightGradients = [Float](repeating: 0, count: width * width) }
    try multiply(
      .transpose(gradients), .plain(postActivations), rows: width, columns: width, inner: batch,
      into: &weightGradients)
    let gradient = LayerGradient(
      meanSquare: gradients.meanSquare, weightMeanSquare: weightGradients.meanSquare)
    if !preActivations.isEmpty {
      try multiply(
        .plain(gradients), .plain(layer.weights), rows: batch, columns: width, inner: width,
        into: &postActivations)
      swap(&gradients, &postActivations)
      gradients.multiply(by: derivatives)
    }
    return gradient
  }

  private func multiply(
    _ left: MatrixProduct.Factor, _ right: MatrixProduct.Factor, rows: Int, columns: Int,
    inner: Int, share: Float = 0, into product: inout [Float]
  ) throws(PropagationError) {
    do throws(LinearAlgebraError) {
      try MatrixProduct.multiply(
        left, right, rows: rows, columns: columns, inner: inner, share: share, into: &product)
    } catch {
      throw .failed(error)
    }
  }
}
