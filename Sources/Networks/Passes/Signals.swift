internal import CKernels
internal import MeanField

/// The inner loops for the widest vectors this processor has.
enum Kernels {
  static let best = ckernels_best().pointee.signals
}

extension [Float] {
  /// The mean of the squares; 0 if there are none.
  var meanSquare: Double { isEmpty ? 0 : Kernels.best.squares(self, count) / Double(count) }

  /// Multiplies by another array, element by element.
  mutating func multiply(by other: [Float]) {
    precondition(other.count == count)
    Kernels.best.multiply(&self, other, count)
  }
}

extension Activation {
  /// f and f′ of every element in single precision.
  func apply(to signal: [Float], values: inout [Float], derivatives: inout [Float]) {
    precondition(values.count == signal.count && derivatives.count == signal.count)
    Kernels.best.activate(kernel, slope, signal, signal.count, &values, &derivatives)
  }

  private var slope: Float {
    if case .leakyRelu(let slope) = self { Float(slope) } else { 0 }
  }

  private var kernel: signals_activation {
    switch self {
    case .linear: signals_linear
    case .relu: signals_relu
    case .leakyRelu: signals_leaky_relu
    case .tanh: signals_tanh
    case .sigmoid: signals_sigmoid
    case .selu: signals_selu
    case .gelu: signals_gelu
    case .silu: signals_silu
    case .mish: signals_mish
    case .elu: signals_elu
    case .softplus: signals_softplus
    }
  }
}
