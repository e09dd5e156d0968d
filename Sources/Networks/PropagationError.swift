package import Initializers
package import LinearAlgebra

/// Why no signal can be sent.
package enum PropagationError: Error, Hashable, Sendable {
  /// Too much work for matrices, and the method has no shortcut.
  case tooMuchWork(Method, work: Int)
  /// Too much memory for the signals of all layers, and the method has no shortcut.
  case tooMuchMemory(Method, bytes: Int)
  /// PyTorch refuses to make the layers.
  case refused(InitializerError)
  /// A product of a layer's matrices cannot be computed.
  case failed(LinearAlgebraError)
}
