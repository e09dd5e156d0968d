package import Initializers
package import Networks

/// The scene that others are compared with: a tensor, and the network of its layers.
package struct Pin: Hashable, Sendable {
  /// The tensor.
  package var tensor: Tensor
  /// The network of the propagation view.
  package var network: NetworkChoice

  /// Pins a tensor in a network.
  package init(_ tensor: Tensor, network: NetworkChoice = .standard) {
    self.tensor = tensor
    self.network = network
  }

  /// The pinned scene as the command line takes it, quoted for a shell.
  package var line: String { ([tensor.line] + network.words).joined(separator: " ") }
}
