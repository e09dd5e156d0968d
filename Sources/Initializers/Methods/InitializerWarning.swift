/// A warning PyTorch gives for a call that it carries out.
public enum InitializerWarning: Hashable, Sendable {
  /// A Kaiming method on a tensor without elements.
  case zeroElements

  /// PyTorch's sentence.
  public var message: String {
    switch self {
    case .zeroElements: "Initializing zero-element tensors is a no-op"
    }
  }
}
