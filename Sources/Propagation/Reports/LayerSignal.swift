/// What a layer makes of the signal, and what it receives of the gradient.
public struct LayerSignal: Hashable, Sendable {
  /// The layer, from 1.
  public let layer: Int
  /// z, before the activation.
  public let preActivations: SignalStatistics
  /// x = f(z).
  public let postActivations: SignalStatistics
  /// The post-activations in bins that all layers share: all values of a bounded activation, else
  /// three root mean squares of layer 1 to both sides, as far as the activation goes.
  public let values: ValueHistogram
  /// The post-activations in bins of three of the layer's own root mean squares.
  public let ownValues: ValueHistogram
  /// The part of z, over neurons and inputs, where |f′(z)| is under 0.001.
  public let flatFraction: Double
  /// The part of the neurons where it is for every input of the batch.
  public let deadFraction: Double
  /// The gradients, once they are known; never with the shortcut.
  public internal(set) var gradient: LayerGradient?

  /// |f′| under which an activation counts as flat.
  public static let flatSlope: Float = 0.001
}
