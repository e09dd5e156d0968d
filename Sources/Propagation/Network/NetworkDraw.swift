public import Initializers
public import Scenes

/// The layers of a network, drawn one after another from one generator.
///
/// The bits are those of this PyTorch code, METHOD being the tensor's:
///
/// ```python
/// torch.manual_seed(seed)
/// for layer in range(depth):
///     nn.init.METHOD_(torch.empty(width, width))
///     nn.init.uniform_(torch.empty(width), -1 / math.sqrt(width), 1 / math.sqrt(width))  # with bias
/// ```
public struct NetworkDraw: Sendable {
  /// What PyTorch computes before it draws a layer.
  public let recipe: Recipe
  private let network: Network
  private var generator: Generator

  /// Starts with the first layer; of the tensor the call and the seed count, not the shape.
  ///
  /// - Throws: the error PyTorch raises for a square matrix of the network's width.
  public init(_ tensor: Tensor, network: Network) throws(InitializerError) {
    let shape = try Shape([network.width, network.width])
    recipe = try Recipe(tensor.initializer, shape: shape)
    self.network = network
    generator = Generator(seed: tensor.seed)
  }

  /// Draws the next layer.
  public mutating func next() -> NetworkLayer {
    let weights = generator.draw(recipe.draw, count: recipe.shape.count)
    guard network.hasBias else { return NetworkLayer(weights: weights, biases: []) }
    return NetworkLayer(
      weights: weights, biases: generator.drawBiases(of: network))
  }
}

extension Generator {
  /// Draws a tensor as PyTorch does.
  mutating func draw(_ draw: Draw, count: Int) -> [Float] {
    var stream = WeightStream(draw, count: count, generator: self)
    let numbers = [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
      buffer.initialize(repeating: 0)
      var start = 0
      // Room for all that remains is room enough for a block.
      while start < count,
        case let drawn = stream.next(
          into: UnsafeMutableBufferPointer(rebasing: buffer[start...])), drawn > 0
      {
        start += drawn
      }
      initialized = count
    }
    self = stream.generator
    return numbers
  }

  /// Draws a layer's biases as `nn.Linear` does: uniform on ±1/√fan_in.
  mutating func drawBiases(of network: Network) -> [Float] {
    let bound = network.biasBound
    return draw(.uniform(low: -bound, high: bound), count: network.width)
  }
}
