private import Glibc
private import Mathematics

extension Activation {
  /// SELU's λ.
  static let seluScale = 1.0507009873554804934193349852946
  /// SELU's α.
  static let seluAlpha = 1.6732632423543772848170429916717
  /// Where PyTorch's softplus becomes the identity.
  static let softplusThreshold = 20.0

  /// f(x).
  ///
  /// At ±∞ and NaN it is what PyTorch returns, NaN for gelu, silu and mish at −∞ included.
  @inline(__always)
  package func value(_ x: Double) -> Double {
    switch self {
    case .linear: x
    case .relu: x < 0 ? 0 : x
    case .leakyRelu(let slope): x > 0 ? x : x * slope
    case .tanh: Glibc.tanh(x)
    case .sigmoid: 1 / (1 + exp(-x))
    case .selu: Self.seluScale * (x > 0 ? x : Self.seluAlpha * expm1(x))
    case .gelu: x * NormalDistribution.distribution(x)
    case .silu: x / (1 + exp(-x))
    case .mish: x * Glibc.tanh(log1p(exp(x)))
    case .elu: x > 0 ? x : expm1(x)
    case .softplus: x > Self.softplusThreshold ? x : log1p(exp(x))
    }
  }
}
