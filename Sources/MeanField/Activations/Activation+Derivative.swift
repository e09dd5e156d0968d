private import Glibc
private import Mathematics

extension Activation {
  /// f′(x); at a kink the side that PyTorch's autograd takes, which is the left one.
  @inline(__always)
  package func derivative(_ x: Double) -> Double {
    switch self {
    case .linear: return 1
    case .relu: return x > 0 ? 1 : x.isNaN ? x : 0
    case .leakyRelu(let slope): return x > 0 ? 1 : x.isNaN ? x : slope
    case .tanh:
      // 1 − tanh² cancels where tanh is near 1; 1/cosh² does not.
      let secant = 1 / cosh(x)
      return secant * secant
    case .sigmoid:
      let decay = exp(-abs(x))
      return decay / ((1 + decay) * (1 + decay))
    case .selu: return Self.seluScale * (x > 0 ? 1 : Self.seluAlpha * exp(x))
    case .gelu:
      return NormalDistribution.distribution(x) + x * exp(-0.5 * x * x) * NormalDistribution.peak
    case .silu:
      let logistic = 1 / (1 + exp(-x))
      return logistic * (1 + x / (1 + exp(x)))
    case .mish:
      let squashed = Glibc.tanh(log1p(exp(x)))
      let secant = 1 / cosh(log1p(exp(x)))
      return squashed + x * secant * secant / (1 + exp(-x))
    case .elu: return x > 0 ? 1 : exp(x)
    case .softplus: return x > Self.softplusThreshold ? 1 : 1 / (1 + exp(-x))
    }
  }
}
