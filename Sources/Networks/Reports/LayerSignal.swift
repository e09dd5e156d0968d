/// What a layer makes of the signal, and what it receives of the gradient.
package struct LayerSignal: Hashable, Sendable {
  /// The layer, from 1.
  package let layer: Int
  /// z, before the activation.
  package let preActivations: SignalStatistics
  /// x = f(z).
  package let postActivations: SignalStatistics
  /// The post-activations in bins that all layers share: all values of a bounded activation, else
  /// three root mean squares of layer 1 to both sides, as far as the activation goes.
  package let values: ValueHistogram
  /// The post-activations in bins of three of the layer's own root mean squares.
  package let ownValues: ValueHistogram
  /// The part of z, over neurons and inputs, where |f′(z)| is under 0.001.
  package let flatFraction: Double
  /// The part of the neurons where it is for every input of the batch.
  package let deadFraction: Double
  /// The gradients, once they are known; never with the shortcut.
  package internal(set) var gradient: LayerGradient?

  /// |f′| under which an activation counts as flat.
  package static let flatSlope: Float = 0.001
}
