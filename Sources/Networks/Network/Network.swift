package import Initializers
package import MeanField

/// A deep network of equal layers between activations.
///
/// z_l = W_l·x_{l−1} + b and x_l = f(z_l), for l from 1 to the depth; x_0 is the input.
package struct Network: Hashable, Sendable {
  /// The layers, from 1 to 1000.
  package let depth: Int
  /// The neurons of every layer, and of the input.
  package let width: Int
  /// The inputs sent through at once.
  package let batch: Int
  /// What every layer is.
  package let kind: NetworkLayerKind
  /// What follows every layer.
  package let activation: Activation
  /// What is sent through.
  package let input: NetworkInput
  /// Whether layers have a bias, drawn as `nn.Linear` draws it: uniform on ±1/√width.
  package let hasBias: Bool

  /// The depths there can be.
  package static let depths = 1...1000
  /// The widths there can be.
  package static let widths = 1...4096
  /// The batches there can be.
  package static let batches = 1...4096

  /// Makes a network.
  ///
  /// - Throws: `NetworkError` if a number is out of its range.
  package init(
    depth: Int, width: Int, activation: Activation, batch: Int = 64,
    input: NetworkInput = .gaussian, hasBias: Bool = false, kind: NetworkLayerKind = .dense
  ) throws(NetworkError) {
    for (name, count, range) in [
      ("depth", depth, Self.depths), ("width", width, Self.widths), ("batch", batch, Self.batches),
    ] where !range.contains(count) {
      throw .outOfRange(name, count, range)
    }
    self.depth = depth
    self.width = width
    self.activation = activation
    self.batch = batch
    self.input = input
    self.hasBias = hasBias
    self.kind = kind
  }

  /// One of its layers, all of which are alike.
  package var layer: any Layer { kind.layer(width: width) }

  /// The variance of a bias, 1/(3·fan_in); 0 without one.
  package var biasVariance: Double { hasBias ? 1 / (3 * Double(layer.fan)) : 0 }

  /// The largest bias, 1/√fan_in.
  package var biasBound: Double { 1 / Double(layer.fan).squareRoot() }

  /// The numbers in one layer's signals.
  package var signalCount: Int { batch * layer.size }

  /// The most multiply-adds that the forward pass may take with matrices: a second or two of work.
  package static let workLimit = 8_000_000_000
  /// The most memory that the signals may take, and the most that the weights are kept in.
  package static let memoryLimit = 256 << 20

  /// The multiply-adds of the forward pass, drawing a weight counted as 16.
  package var work: Int { depth * (batch * layer.multiplyAdds + 16 * layer.weightCount) }

  /// The bytes of all layers' pre-activations, which the backward pass needs.
  package var signalMemory: Int { depth * signalCount * 4 }

  /// The bytes of all layers' weights.
  package var weightMemory: Int { depth * layer.weightCount * 4 }

  /// Whether the network can be computed with its matrices.
  package var isComputable: Bool { work <= Self.workLimit && signalMemory <= Self.memoryLimit }

  /// The width a tensor suggests: its first extent, as far as there are such widths.
  package static func standardWidth(for tensor: Tensor) -> Int {
    min(max(tensor.shape.extents.first ?? 1, widths.lowerBound), widths.upperBound)
  }

  /// The activation a call suggests: the nonlinearity of the Kaiming methods, relu for others.
  ///
  /// A leaky_relu of slope 0 is relu, and so is one that no network has, such as the √5 of
  /// `nn.Linear`, which is a way to write 1/√fan_in.
  package static func standardActivation(for initializer: Initializer) -> Activation {
    guard initializer.parameters.contains(.nonlinearity),
      case .nonlinearity(let nonlinearity) = initializer[.nonlinearity]
    else { return .relu }
    switch nonlinearity {
    case .relu: return .relu
    case .tanh: return .tanh
    case .sigmoid: return .sigmoid
    case .selu: return .selu
    case .leakyRelu:
      let slope = initializer[.a].number ?? 0
      return slope > 0 && slope <= 1 ? .leakyRelu(slope: slope) : .relu
    default: return .linear
    }
  }
}
