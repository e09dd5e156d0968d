private import Glibc

/// A layer of the random walk that ln S takes through a network of finite width.
struct LogarithmicStep {
  /// q, by theory.
  let length: Double
  /// n, the neurons of the layer.
  let width: Double
  /// E ln S − ln q.
  let mean: Double
  /// Var ln S.
  let variance: Double
  /// s = d ln q₍l+1₎/d ln q_l.
  var elasticity = 1.0
  /// d s/d ln q_l.
  var bend = 0.0
  /// The variance that the layer's neurons add to ln S₍l+1₎.
  var noise = 0.0
  /// The share w of the weights, not the biases, in S₍l+1₎.
  var share = 1.0

  init(length: Double, width: Double, mean: Double, variance: Double) {
    self.length = length
    self.width = width
    self.mean = mean
    self.variance = variance
  }

  /// Takes the elasticity and the noise from the theory of the network.
  mutating func measure(_ map: LengthMap) {
    let signal = map.weightVariance * map.activation.secondMoment(length)
    // A signal of 0 stays 0 in every network.
    guard length > 0, signal > 0, length.isFinite else { return }
    share = signal / (signal + map.biasVariance)
    elasticity = map.elasticity(length)
    if map.activation.homogeneousFactor == nil || map.biasVariance > 0 {
      bend = Self.slope(at: length, of: map.elasticity)
    }
    noise = share * share * (map.activation.kurtosis(length) - 1) / width
  }

  /// The slope of a function of q over ln q, by differences.
  static func slope(at q: Double, of function: (Double) -> Double) -> Double {
    let step = 0.01
    return (function(q * exp(step)) - function(q * exp(-step))) / (2 * step)
  }
}
