internal import Background
package import Initializers

/// What is asked for: a network whose layers are made as a tensor is.
package struct PropagationRequest: Request {
  /// The call that fills every layer, and the seed; the shape does not count.
  package var tensor: Tensor
  /// The network.
  package var network: Network
  /// Whether one input is sampled without matrices wherever the method allows it, however small the
  /// network; a network too large for matrices is so in any case.
  package var prefersShortcut: Bool

  /// Asks for a tensor's method in a network.
  package init(tensor: Tensor, network: Network, prefersShortcut: Bool = false) {
    self.tensor = tensor
    self.network = network
    self.prefersShortcut = prefersShortcut
  }

  /// Starts sending the signal.
  ///
  /// - Throws: `PropagationError`.
  package func begin() throws(PropagationError) -> PropagationRun { try PropagationRun(self) }
}
