package import Initializers
package import MeanField

extension Network {
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
