package import Initializers
package import MeanField

/// A network as far as it is chosen; a tensor suggests the rest.
package struct NetworkChoice: Hashable, Sendable {
  /// The layers.
  package var depth = 30
  /// The neurons of every layer; nil for the tensor's first extent.
  package var width: Int?
  /// What follows every layer; nil for the tensor's nonlinearity.
  package var activation: Activation?
  /// The inputs sent through at once.
  package var batch = 64
  /// What is sent through.
  package var input = NetworkInput.gaussian
  /// Whether layers have a bias, drawn as `nn.Linear` draws it.
  package var hasBias = false

  /// Leaves everything to the tensor.
  package init() {}

  /// What is left to the tensor.
  package static let standard = NetworkChoice()

  /// The network for a tensor.
  ///
  /// - Throws: `NetworkError` if a number is out of its range.
  package func network(for tensor: Tensor) throws(NetworkError) -> Network {
    try Network(
      depth: depth, width: width ?? Network.standardWidth(for: tensor),
      activation: activation ?? Network.standardActivation(for: tensor.initializer),
      batch: batch, input: input, hasBias: hasBias)
  }
}
