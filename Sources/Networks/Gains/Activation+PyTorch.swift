internal import Initializers
package import MeanField
package import Words

extension Activation {
  /// What `torch.nn.init.calculate_gain` returns for it; nil where PyTorch raises an error.
  package var pyTorchGain: Double? {
    guard let nonlinearity = Nonlinearity(rawValue: name) else { return nil }
    if case .leakyRelu(let slope) = self { return nonlinearity.gain(negativeSlope: slope) }
    return nonlinearity.gain()
  }

  /// Which kind of gain PyTorch's is; nil where it has none.
  package var pyTorchGainKind: Phrase? {
    switch self {
    case .linear, .relu, .leakyRelu: Phrase("gain.pytorch.exact")
    case .tanh: Phrase("gain.pytorch.tanh")
    case .selu: Phrase("gain.pytorch.selu")
    case .sigmoid: Phrase("gain.pytorch.sigmoid")
    case .gelu, .silu, .mish, .elu, .softplus: nil
    }
  }
}
