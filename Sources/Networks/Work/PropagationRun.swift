internal import Background
package import Initializers

/// A signal on its way through a network, a layer a step: all layers forward, then all backward.
///
/// ```swift
/// let network = try Network(depth: 30, width: 512, activation: .relu)
/// let tensor = try Tensor(parsing: "kaiming_normal --nonlinearity relu --seed 0")
/// var run = try PropagationRun(PropagationRequest(tensor: tensor, network: network))
/// while !run.isFinished { try run.advance() }
/// run.snapshot().layers[29].preActivations.meanSquare  // near 2
/// ```
package struct PropagationRun: ResumableWork {
  /// What was asked for.
  package let request: PropagationRequest
  /// What PyTorch computes before it draws a layer.
  package let recipe: Recipe
  private let inputMeanSquare: Double
  private let prediction: Prediction?
  // One of the two.
  private var matrices: MatrixPass?
  private var shortcut: GaussianShortcut?
  private var layers: [LayerSignal] = []
  // Layers that the gradient has not reached yet.
  private var layersToReturn = 0

  /// Prepares a run.
  ///
  /// - Parameter weightLimit: the bytes up to which weights are kept rather than drawn again.
  package init(
    _ request: PropagationRequest, weightLimit: Int = Network.memoryLimit
  ) throws(PropagationError) {
    let (tensor, network) = (request.tensor, request.network)
    guard tensor.shape.count > 0 else { throw .noWeights(tensor.shape) }
    let draw: NetworkDraw
    do { draw = try NetworkDraw(tensor, network: network) } catch { throw .refused(error) }
    self.request = request
    recipe = draw.recipe
    func predict(_ inputMeanSquare: Double, batch: Int) -> Prediction? {
      Prediction(draw.recipe, network: network, inputMeanSquare: inputMeanSquare, batch: batch)
    }
    if request.prefersShortcut || !network.isComputable,
      let shortcut = GaussianShortcut(tensor, recipe: draw.recipe, network: network)
    {
      self.shortcut = shortcut
      inputMeanSquare = shortcut.meanSquare
      prediction = predict(inputMeanSquare, batch: 1)
      return
    }
    let method = tensor.initializer.method
    guard network.work <= Network.workLimit else {
      throw .tooMuchWork(method, work: network.work)
    }
    guard network.signalMemory <= Network.memoryLimit else {
      throw .tooMuchMemory(method, bytes: network.signalMemory)
    }
    try network.requireMemory()
    let signals = SignalDraw(tensor, network: network)
    inputMeanSquare = signals.inputs.meanSquare
    prediction = predict(inputMeanSquare, batch: network.batch)
    layersToReturn = network.depth
    let weights = KeptWeights(draw, network: network, memoryLimit: weightLimit)
    matrices = MatrixPass(weights, network: network, signals: signals)
  }

  /// Whether one input is sampled without matrices.
  package var isShortcut: Bool { shortcut != nil }

  /// The part that is done, from 0 to 1.
  package var progress: Double {
    let depth = request.network.depth
    let steps = isShortcut ? depth : 2 * depth
    let done = layers.count + (isShortcut ? 0 : depth - layersToReturn)
    return Double(done) / Double(steps)
  }

  private var isForward: Bool { layers.count < request.network.depth }

  /// Whether nothing is left to do.
  package var isFinished: Bool { !isForward && layersToReturn == 0 }

  /// Whether LAPACK draws a large matrix in the next step.
  package var isUninterruptible: Bool {
    guard let matrices else { return false }
    // Below that, drawing a layer takes less than a glance.
    return request.network.width >= 512 && matrices.weights.isUninterruptible(goingBack: !isForward)
  }

  /// Passes one layer, or does a step of drawing weights that must be drawn as a whole.
  package mutating func advance() throws(PropagationError) {
    guard !isFinished else { return }
    let isForward = isForward
    if matrices?.weights.isPrepared(goingBack: !isForward) == false {
      do { try matrices?.weights.prepare(goingBack: !isForward) } catch { throw .refused(error) }
    } else if isForward {
      if let signal = shortcut?.next() {
        layers.append(signal)
      } else if let signal = try matrices?.forward() {
        layers.append(signal)
      }
    } else {
      layersToReturn -= 1
      layers[layersToReturn].gradient = try matrices?.backward()
    }
  }

  /// What is known so far.
  package func snapshot() -> PropagationReport {
    PropagationReport(
      request: request, recipe: recipe, isShortcut: isShortcut,
      batch: isShortcut ? 1 : request.network.batch, inputMeanSquare: inputMeanSquare,
      prediction: prediction, layers: layers, progress: progress, isComplete: isFinished)
  }
}

/// What is asked for: a network whose layers are made as a tensor is.
package struct PropagationRequest: Request {
  /// The call that fills every layer, and the seed; the shape does not count.
  package var tensor: Tensor
  /// The network.
  package var network: Network
  /// Whether one input is sampled without matrices wherever the method allows it, however small the
  /// network; a network too large for matrices is so in any case.
  package var prefersShortcut: Bool

  /// Asks for a tensor's method in a network.
  package init(tensor: Tensor, network: Network, prefersShortcut: Bool = false) {
    self.tensor = tensor
    self.network = network
    self.prefersShortcut = prefersShortcut
  }

  /// Starts sending the signal.
  package func begin() throws(PropagationError) -> PropagationRun { try PropagationRun(self) }
}
