extension Activation {
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
}
