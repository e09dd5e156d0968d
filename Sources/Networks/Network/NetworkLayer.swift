/// The numbers of one layer.
package struct NetworkLayer: Sendable {
  /// The weights, row-major: a row for every neuron of the layer.
  package let weights: [Float]
  /// The biases; empty without.
  package let biases: [Float]
}
