private import CPropagation
internal import MeanField

extension [Float] {
  /// The mean of the squares; 0 if there are none.
  var meanSquare: Double {
    isEmpty ? 0 : cpropagation_squares(self, count) / Double(count)
  }

  /// Multiplies by another array, element by element.
  mutating func multiply(by other: [Float]) {
    cpropagation_multiply(&self, other, Swift.min(count, other.count))
  }
}

extension Activation {
  /// f and f′ of every element in single precision.
  func apply(to signal: [Float], values: inout [Float], derivatives: inout [Float]) {
    let count = min(signal.count, values.count, derivatives.count)
    cpropagation_activate(kernel, slope, signal, count, &values, &derivatives)
  }

  private var slope: Float {
    if case .leakyRelu(let slope) = self { Float(slope) } else { 0 }
  }

  private var kernel: cpropagation_activation {
    switch self {
    case .linear: cpropagation_linear
    case .relu: cpropagation_relu
    case .leakyRelu: cpropagation_leaky_relu
    case .tanh: cpropagation_tanh
    case .sigmoid: cpropagation_sigmoid
    case .selu: cpropagation_selu
    case .gelu: cpropagation_gelu
    case .silu: cpropagation_silu
    case .mish: cpropagation_mish
    case .elu: cpropagation_elu
    case .softplus: cpropagation_softplus
    }
  }
}
