/// What a layer's signals amount to, over its neurons and over the inputs of the batch.
public struct SignalStatistics: Hashable, Sendable {
  /// The mean square over neurons and inputs; of pre-activations it is q.
  public let meanSquare: Double
  /// The mean over neurons and inputs.
  public let mean: Double
  /// What all inputs share: the square of a neuron's mean over the batch, averaged over neurons.
  public let sharedMeanSquare: Double
  /// The geometric mean of the inputs' own mean squares over the neurons.
  public let geometricMeanSquare: Double
  /// How the inputs' own mean squares differ: the standard deviation of their logarithms; 0 for one
  /// input, NaN if one of them is 0.
  public let logarithmSpread: Double
  /// The inputs of the batch.
  public let inputs: Int

  /// The standard deviation over neurons and inputs together.
  public var std: Double { (meanSquare - mean * mean).orZeroIfNegative.squareRoot() }

  /// The root of the mean square.
  public var rootMeanSquare: Double { meanSquare.squareRoot() }

  /// A neuron's variance over the batch, averaged over neurons.
  ///
  /// With depth it parts from the mean square: relu makes inputs alike.
  public var batchVariance: Double { (meanSquare - sharedMeanSquare).orZeroIfNegative }

  /// The share of the mean square that does not depend on the input; NaN for no signal.
  public var sharedFraction: Double { sharedMeanSquare / meanSquare }

  /// The correlation of two inputs, averaged over pairs: Σ z_a·z_b / Σ z²; NaN for a single input.
  public var correlation: Double {
    let count = Double(inputs)
    return inputs > 1 ? (count * sharedFraction - 1) / (count - 1) : .nan
  }
}

extension Double {
  /// 0 for what rounding made negative; NaN stays.
  fileprivate var orZeroIfNegative: Double { self < 0 ? 0 : self }
}
