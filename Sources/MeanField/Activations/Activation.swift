/// An elementwise nonlinearity between two layers, as PyTorch defines it.
///
/// ```swift
/// let tanh = try Activation(parsing: "tanh")
/// tanh.value(0.5)  // 0.4621…
/// tanh.secondMoment(1)  // E tanh² z = 0.3943…
/// ```
package enum Activation: Hashable, Sendable {
  /// f(x) = x.
  case linear
  /// f(x) = max(0, x).
  case relu
  /// f(x) = x above 0 and slope·x below.
  case leakyRelu(slope: Double = Activation.defaultSlope)
  /// f(x) = tanh x.
  case tanh
  /// f(x) = 1/(1 + e⁻ˣ).
  case sigmoid
  /// f(x) = λx above 0 and λα(eˣ − 1) below.
  ///
  /// Source: Klambauer et al. 2017, arXiv:1706.02515.
  case selu
  /// f(x) = xΦ(x), by the error function.
  ///
  /// Source: Hendrycks & Gimpel 2016, arXiv:1606.08415.
  case gelu
  /// f(x) = x/(1 + e⁻ˣ), also called swish.
  case silu
  /// f(x) = x·tanh(ln(1 + eˣ)).
  ///
  /// Source: Misra 2019, arXiv:1908.08681.
  case mish
  /// f(x) = x above 0 and eˣ − 1 below: α is 1.
  case elu
  /// f(x) = ln(1 + eˣ), and x above 20.
  case softplus

  /// PyTorch's slope of leaky_relu below 0.
  package static let defaultSlope = 0.01

  /// PyTorch's name.
  package var name: String {
    switch self {
    case .linear: "linear"
    case .relu: "relu"
    case .leakyRelu: "leaky_relu"
    case .tanh: "tanh"
    case .sigmoid: "sigmoid"
    case .selu: "selu"
    case .gelu: "gelu"
    case .silu: "silu"
    case .mish: "mish"
    case .elu: "elu"
    case .softplus: "softplus"
    }
  }
}

extension Activation: CaseIterable {
  /// Every activation, leaky_relu with PyTorch's slope.
  package static let allCases: [Activation] = [
    .linear, .relu, .leakyRelu(), .tanh, .sigmoid, .selu, .gelu, .silu, .mish, .elu, .softplus,
  ]
}

extension Activation: CustomStringConvertible {
  /// The name, and a slope that is not PyTorch's: `leaky_relu:0.2`; it parses to the same activation.
  package var description: String {
    guard case .leakyRelu(let slope) = self, slope != Self.defaultSlope else { return name }
    return "\(name):\(slope)"
  }
}
