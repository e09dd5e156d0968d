/// A warning PyTorch gives for a call that it carries out.
package enum InitializerWarning: Hashable, Sendable {
  /// A Kaiming method on a tensor without elements.
  case zeroElements
  /// trunc_normal with an interval far from the mean.
  case meanFarFromInterval

  /// PyTorch's sentence.
  package var message: String {
    switch self {
    case .zeroElements: "Initializing zero-element tensors is a no-op"
    case .meanFarFromInterval:
      "mean is more than 2 std from [a, b] in nn.init.trunc_normal_. "
        + "The distribution of values may be incorrect."
    }
  }
}
