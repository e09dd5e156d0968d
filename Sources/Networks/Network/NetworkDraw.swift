package import Initializers

/// The layers of a network, drawn one after another from one generator.
///
/// Under PyTorch the bits are those of this code, METHOD being the tensor's; under other frameworks every
/// layer is drawn by its place in a model of dense layers.
///
/// ```python
/// torch.manual_seed(seed)
/// for layer in range(depth):
///     nn.init.METHOD_(torch.empty(width, width))
///     nn.init.uniform_(torch.empty(width), -1 / math.sqrt(width), 1 / math.sqrt(width))  # with bias
/// ```
package struct NetworkDraw: Sendable {
  /// What PyTorch computes before it draws a layer.
  package let recipe: Recipe
  private let network: Network
  private let framework: Framework
  private let seed: Seed
  private var layer = 0
  private var generator: any Generator
  // The next layer's weights, if they have been prepared.
  private var stream: WeightStream?

  /// Starts with the first layer; of the tensor the call and the seed count, not the shape.
  ///
  /// - Throws: the error PyTorch raises for a square matrix of the network's width.
  package init(_ tensor: Tensor, network: Network) throws(InitializerError) {
    let shape = try Shape(network.layer.weightExtents)
    recipe = try Recipe(tensor.initializer, shape: shape)
    self.network = network
    (framework, seed) = (tensor.framework, tensor.seed)
    generator = framework.generator(seed, ofLayer: 0)
  }

  /// Whether the next layer can be drawn at once.
  package var isPrepared: Bool { (stream ?? newStream).isPrepared }

  /// Whether LAPACK has to draw the next layer, which cannot be given up halfway.
  package var isUninterruptible: Bool { (stream ?? newStream).isUninterruptible }

  /// Does the next short step of drawing a layer that must be drawn as a whole.
  ///
  /// - Throws: what `WeightStream.prepare()` throws.
  package mutating func prepare() throws(InitializerError) {
    if stream == nil { stream = newStream }
    try stream?.prepare()
  }

  /// Draws the next layer.
  ///
  /// - Throws: what `WeightStream.prepare()` throws.
  package mutating func next() throws(InitializerError) -> NetworkLayer {
    var weights = stream ?? newStream
    stream = nil
    let numbers = try weights.remainder()
    layer += 1
    generator = weights.generator
    defer {
      if !framework.drawsInSequence { generator = framework.generator(seed, ofLayer: layer) }
    }
    guard network.hasBias else { return NetworkLayer(weights: numbers, biases: []) }
    return NetworkLayer(weights: numbers, biases: generator.drawBiases(of: network))
  }

  /// The same before its next layer was prepared, which takes no memory.
  var unprepared: NetworkDraw {
    var draw = self
    draw.stream = nil
    return draw
  }

  private var newStream: WeightStream {
    WeightStream(recipe.draw, count: recipe.shape.count, generator: generator)
  }
}

extension WeightStream {
  /// The weights still to come, all at once.
  mutating func remainder() throws(InitializerError) -> [Float] {
    var numbers = [Float](repeating: 0, count: remaining)
    var start = 0
    // Room for all that remains is room enough for a block.
    while remaining > 0 {
      start += try numbers.withUnsafeMutableBufferPointer { numbers throws(InitializerError) in
        try next(into: UnsafeMutableBufferPointer(rebasing: numbers[start...]))
      }
    }
    return numbers
  }
}

extension Generator {
  /// Draws a layer's biases as `nn.Linear` does: uniform on ±1/√fan_in.
  mutating func drawBiases(of network: Network) -> [Float] {
    uniforms(network.width, low: -network.biasBound, high: network.biasBound)
  }
}

/// What is sent through a network: independent numbers of mean 0 and variance 1.
package enum NetworkInput: String, CaseIterable, Hashable, Sendable {
  /// N(0, 1).
  case gaussian
  /// Uniform on ±√3.
  case uniform
}

/// The numbers of one layer.
package struct NetworkLayer: Sendable {
  /// The weights, row-major: a row for every neuron of the layer.
  package let weights: [Float]
  /// The biases; empty without.
  package let biases: [Float]
}
