internal import MeanField

extension Activation {
  /// All values there are, if they are bounded on both sides.
  var bounds: ClosedRange<Float>? { limits.map { Float($0.left)...Float($0.right) } }

  /// Three root mean squares to both sides, as far as there are values; ±1 around no signal.
  func range(rootMeanSquare: Double) -> ClosedRange<Float> {
    let reach = Float(3 * rootMeanSquare)
    // Outside these the width of a bin or its inverse is no float.
    guard reach > 1e-34, reach < 1e34 else { return bounds ?? -1...1 }
    return max(-reach, leastValue)...min(reach, bounds?.upperBound ?? reach)
  }

  // The lower bound of f, rounded down.
  private var leastValue: Float {
    switch self {
    case .linear, .leakyRelu: -.infinity
    case .tanh, .elu: -1
    case .relu, .sigmoid, .softplus: 0
    case .selu: -1.7581
    case .gelu: -0.17
    case .silu: -0.2785
    case .mish: -0.3089
    }
  }
}
