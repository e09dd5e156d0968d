package import LinearAlgebra

/// A kind of layer: the weights it has, and how signals pass it, forward and back.
///
/// Signals are rows of a matrix, one an input, each of `size` numbers.
package protocol Layer: Sendable {
  /// The numbers of a signal, before the layer and after it.
  var size: Int { get }
  /// The weights that a neuron sums: its fan_in.
  var fan: Int { get }
  /// The extents of the weights, in PyTorch's order.
  var weightExtents: [Int] { get }
  /// The multiply-adds that one signal takes forward.
  var multiplyAdds: Int { get }

  /// Sends signals forward, adding to what `z` holds: biases, or nothing to be kept.
  ///
  /// - Throws: `LinearAlgebraError` if the numbers do not fit.
  func forward(
    _ x: [Float], _ weights: [Float], batch: Int, isAdding: Bool, into z: inout [Float]
  ) throws(LinearAlgebraError)

  /// ∂L/∂W from ∂L/∂z and the signals that came in.
  ///
  /// - Throws: `LinearAlgebraError` if the numbers do not fit.
  func weightGradient(
    _ gradients: [Float], _ x: [Float], batch: Int, into result: inout [Float]
  ) throws(LinearAlgebraError)

  /// ∂L/∂x from ∂L/∂z and the weights.
  ///
  /// - Throws: `LinearAlgebraError` if the numbers do not fit.
  func inputGradient(
    _ gradients: [Float], _ weights: [Float], batch: Int, into result: inout [Float]
  ) throws(LinearAlgebraError)
}

extension Layer {
  /// The number of weights.
  package var weightCount: Int { weightExtents.reduce(1, *) }
}

/// The kinds of layers that networks are made of.
package enum NetworkLayerKind: Sendable {
  /// Every neuron sums all numbers of the signal: z = x·Wᵀ, the order of PyTorch's weights.
  case dense
  /// The same with z = x·W, the order of JAX's and Keras's.
  case denseInputFirst

  /// A layer for signals of a width.
  package func layer(width: Int) -> any Layer {
    switch self {
    case .dense: DenseLayer(width: width, isInputFirst: false)
    case .denseInputFirst: DenseLayer(width: width, isInputFirst: true)
    }
  }
}
