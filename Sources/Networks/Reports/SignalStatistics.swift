/// What a layer's signals amount to, over its neurons and over the inputs of the batch.
package struct SignalStatistics: Hashable, Sendable {
  /// The mean square over neurons and inputs; of pre-activations it is q.
  package let meanSquare: Double
  /// The mean over neurons and inputs.
  package let mean: Double
  /// What all inputs share: the square of a neuron's mean over the batch, averaged over neurons.
  package let sharedMeanSquare: Double
  /// The inputs of the batch.
  package let inputs: Int

  /// The standard deviation over neurons and inputs together.
  package var std: Double { (meanSquare - mean * mean).orZeroIfNegative.squareRoot() }

  /// The root of the mean square.
  package var rootMeanSquare: Double { meanSquare.squareRoot() }

  /// The share of the mean square that does not depend on the input; NaN for no signal.
  package var sharedFraction: Double { sharedMeanSquare / meanSquare }

  /// The correlation of two inputs, averaged over pairs: Σ z_a·z_b / Σ z²; NaN for a single input.
  package var correlation: Double {
    let count = Double(inputs)
    return inputs > 1 ? (count * sharedFraction - 1) / (count - 1) : .nan
  }
}

extension Double {
  /// 0 for what rounding made negative; NaN stays.
  fileprivate var orZeroIfNegative: Double { self < 0 ? 0 : self }
}

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
  /// The part of z, over neurons and inputs, where |f′(z)| is under 0.001.
  package let flatFraction: Double
  /// The part of the neurons where it is for every input of the batch.
  package let deadFraction: Double
  /// The gradients, once they are known; never with the shortcut.
  package internal(set) var gradient: LayerGradient?

  /// |f′| under which an activation counts as flat.
  package static let flatSlope: Float = 0.001
}

/// The gradients that reach a layer, of a loss L summed over the batch.
///
/// The last layer's ∂L/∂z is Gaussian with a mean square of exactly 1.
package struct LayerGradient: Hashable, Sendable {
  /// The mean square of ∂L/∂z over neurons and inputs; theory multiplies it by χ⊥ a layer.
  package let meanSquare: Double
  /// The mean square of the entries of ∂L/∂W = Σ over inputs of (∂L/∂z)ᵀ·x, x being what came in.
  package let weightMeanSquare: Double
}
