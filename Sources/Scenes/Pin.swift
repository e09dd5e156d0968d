/// The scene that others are compared with: a tensor, and the network of its layers.
public struct Pin: Hashable, Sendable {
  /// The tensor.
  public var tensor: Tensor
  /// The network of the propagation view.
  public var network: NetworkChoice

  /// Pins a tensor in a network.
  public init(_ tensor: Tensor, network: NetworkChoice = .standard) {
    self.tensor = tensor
    self.network = network
  }

  /// The pinned scene as the command line takes it, quoted for a shell.
  public var line: String { ([tensor.line] + network.words).joined(separator: " ") }
}
