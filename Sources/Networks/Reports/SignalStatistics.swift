/// What a layer's signals amount to, over its neurons and over the inputs of the batch.
package struct SignalStatistics: Hashable, Sendable {
  /// The mean square over neurons and inputs; of pre-activations it is q.
  package let meanSquare: Double
  /// The mean over neurons and inputs.
  package let mean: Double
  /// What all inputs share: the square of a neuron's mean over the batch, averaged over neurons.
  package let sharedMeanSquare: Double
  /// The geometric mean of the inputs' own mean squares over the neurons.
  package let geometricMeanSquare: Double
  /// How the inputs' own mean squares differ: the standard deviation of their logarithms; 0 for one
  /// input, NaN if one of them is 0.
  package let logarithmSpread: Double
  /// The inputs of the batch.
  package let inputs: Int

  /// The standard deviation over neurons and inputs together.
  package var std: Double { (meanSquare - mean * mean).orZeroIfNegative.squareRoot() }

  /// The root of the mean square.
  package var rootMeanSquare: Double { meanSquare.squareRoot() }

  /// A neuron's variance over the batch, averaged over neurons.
  ///
  /// With depth it parts from the mean square: relu makes inputs alike.
  package var batchVariance: Double { (meanSquare - sharedMeanSquare).orZeroIfNegative }

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
