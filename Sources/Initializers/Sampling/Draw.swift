/// How a tensor's elements are drawn, as PyTorch's two in-place samplers do.
public enum Draw: Hashable, Sendable {
  /// `tensor.uniform_(low, high)`; both ends are rounded to float32 first.
  case uniform(low: Double, high: Double)
  /// `tensor.normal_(mean, std)`.
  case normal(mean: Double, std: Double)
  /// Nothing is drawn: a tensor without elements, or one PyTorch leaves as it is.
  case nothing
}
