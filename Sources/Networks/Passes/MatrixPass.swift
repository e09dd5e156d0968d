internal import LinearAlgebra
private import Memory

/// A batch sent through a network with its matrices, and a gradient sent back.
struct MatrixPass {
  private let network: Network
  private let layer: any Layer
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
    layer = network.layer
    inputs = signals.inputs
    gradients = signals.gradients
    postActivations = signals.inputs
    derivatives = [Float](repeating: 0, count: network.signalCount)
  }

  /// Sends the signal through the next layer.
  mutating func forward() throws(PropagationError) -> LayerSignal {
    try network.requireMemory()
    let numbers = try weights.next()
    let width = network.width
    var z = [Float](repeating: 0, count: network.signalCount)
    if network.hasBias {
      for row in 0..<network.batch {
        z.replaceSubrange(row * width..<(row + 1) * width, with: numbers.biases)
      }
    }
    do throws(LinearAlgebraError) {
      try layer.forward(
        postActivations, numbers.weights, batch: network.batch, isAdding: network.hasBias,
        into: &z)
    } catch {
      throw .failed(error)
    }
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
    try network.requireMemory()
    guard let numbers = try weights.takeLast(), preActivations.popLast() != nil else { return nil }
    // ∂L/∂W needs what came in, f(z) of the layer below.
    if let below = preActivations.last {
      network.activation.apply(to: below, values: &postActivations, derivatives: &derivatives)
    } else {
      postActivations = inputs
    }
    if weightGradients.isEmpty {
      weightGradients = [Float](repeating: 0, count: layer.weightCount)
    }
    do throws(LinearAlgebraError) {
      try layer.weightGradient(
        gradients, postActivations, batch: network.batch, into: &weightGradients)
      let gradient = LayerGradient(
        meanSquare: gradients.meanSquare, weightMeanSquare: weightGradients.meanSquare)
      if !preActivations.isEmpty {
        try layer.inputGradient(
          gradients, numbers.weights, batch: network.batch, into: &postActivations)
        swap(&gradients, &postActivations)
        gradients.multiply(by: derivatives)
      }
      return gradient
    } catch {
      throw .failed(error)
    }
  }
}

extension Network {
  /// Asks for what a layer takes on the way through: its weights, their gradients, its signals.
  ///
  /// - Throws: `PropagationError.failed` if there is not so much memory.
  func requireMemory() throws(PropagationError) {
    do throws(MemoryError) {
      try Memory.require(4 * (2 * layer.weightCount + 4 * signalCount))
    } catch {
      throw .failed(.noMemory(error))
    }
  }
}
