/// The numbers of one layer.
public struct NetworkLayer: Sendable {
  /// The weights, row-major: a row for every neuron of the layer.
  public let weights: [Float]
  /// The biases; empty without.
  public let biases: [Float]
}
