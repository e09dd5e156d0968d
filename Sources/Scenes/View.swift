/// What the explorer shows of a tensor.
package enum View: String, CaseIterable, Sendable {
  /// The weights' distribution against their law.
  case distribution
  /// A signal sent through a network of layers like the tensor.
  case propagation
  /// The weights as a matrix: their picture and singular values.
  case matrix
}
