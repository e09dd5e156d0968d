internal import Initializers
package import MeanField

extension Activation {
  /// What `torch.nn.init.calculate_gain` returns for it; nil where PyTorch raises an error.
  package var pyTorchGain: Double? {
    guard let nonlinearity = Nonlinearity(rawValue: name) else { return nil }
    if case .leakyRelu(let slope) = self { return nonlinearity.gain(negativeSlope: slope) }
    return nonlinearity.gain()
  }

  /// Which kind of gain PyTorch's is; nil where it has none.
  package var pyTorchGainKind: String? {
    switch self {
    case .linear, .relu, .leakyRelu: "exact: the forward gain"
    case .tanh: "5/3, found by trial: with it gradients' rms grows × 1.10 a layer"
    case .selu: "3/4, found by trial: 1 is the forward gain"
    case .sigmoid: "a placeholder"
    case .gelu, .silu, .mish, .elu, .softplus: nil
    }
  }
}
