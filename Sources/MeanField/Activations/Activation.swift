internal import Expressions
private import Glibc
private import Mathematics

/// An elementwise nonlinearity between two layers, as PyTorch defines it.
///
/// ```swift
/// let tanh = try Activation(parsing: "tanh")
/// tanh.value(0.5)  // 0.4621…
/// tanh.secondMoment(1)  // E tanh² z = 0.3943…
/// ```
package enum Activation: Hashable, Sendable, CaseIterable, CustomStringConvertible {
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

  /// Every activation, leaky_relu with PyTorch's slope.
  package static let allCases: [Activation] = [
    .linear, .relu, .leakyRelu(), .tanh, .sigmoid, .selu, .gelu, .silu, .mish, .elu, .softplus,
  ]

  /// The name, and a slope that is not PyTorch's: `leaky_relu:0.2`; it parses to the same activation.
  package var description: String {
    guard case .leakyRelu(let slope) = self, slope != Self.defaultSlope else { return name }
    return "\(name):\(slope)"
  }

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

  /// Where f or f′ is not smooth; softplus jumps by 2·10⁻⁹ at PyTorch's threshold.
  package var kinks: [Double] {
    switch self {
    case .relu, .selu, .elu: [0]
    case .leakyRelu(let slope): slope == 1 ? [] : [0]
    case .softplus: [Self.softplusThreshold]
    default: []
    }
  }

  /// f(x)/x as x → −∞ and as x → ∞.
  var farSlopes: (left: Double, right: Double) {
    switch self {
    case .linear: (1, 1)
    case .leakyRelu(let slope): (slope, 1)
    case .tanh, .sigmoid: (0, 0)
    case .selu: (0, Self.seluScale)
    case .relu, .gelu, .silu, .mish, .elu, .softplus: (0, 1)
    }
  }

  /// f(x) as x → −∞ and as x → ∞; nil if it is not bounded on both sides.
  package var limits: (left: Double, right: Double)? {
    switch self {
    case .tanh: (-1, 1)
    case .sigmoid: (0, 1)
    default: nil
    }
  }

  /// f′ just left and right of 0.
  var nearSlopes: (left: Double, right: Double) {
    switch self {
    case .relu: (0, 1)
    case .leakyRelu(let slope): (slope, 1)
    case .selu: (Self.seluScale * Self.seluAlpha, Self.seluScale)
    default: (derivative(0.0), derivative(0.0))
    }
  }

  /// c if f(ax) = a·f(x) for a > 0, when V(q) = cq and D(q) = c for every q.
  package var homogeneousFactor: Double? {
    switch self {
    case .linear: 1
    case .relu: 0.5
    case .leakyRelu(let slope): (1 + slope * slope) / 2
    default: nil
    }
  }

  /// f(0)·f″(0), the part of V′(0) beside f′(0)²; 0 where f(0) = 0.
  var curvatureTerm: Double {
    // softplus: ln 2 · 1/4; sigmoid: 1/2 · 0.
    self == .softplus ? value(0.0) / 4 : 0
  }

  /// Parses a name, `leaky_relu:0.2` with its slope, a number or an expression; case matters, as in
  /// PyTorch.
  package init(parsing text: String) throws(MeanFieldError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    // The name that silu's second paper gave it.
    let known = name == "swish" ? Activation.silu.name : name
    guard let activation = Self.allCases.first(where: { $0.name == known }) else {
      throw .unknownActivation(text)
    }
    guard parts.count > 1 else {
      self = activation
      return
    }
    let argument = String(parts[1])
    guard case .leakyRelu = activation else { throw .slopeNotTaken(name) }
    guard let slope = Expression(parsing: argument)?.value() else { throw .invalidSlope(argument) }
    self = .leakyRelu(slope: slope)
  }
}
