private import Glibc

/// A layer of the random walk that ln S takes through networks of finite width.
struct LogarithmicStep {
  /// q, by theory.
  let length: Double
  /// n, the neurons of the layer.
  let width: Double
  /// E ln S − ln q of an input.
  var mean = 0.0
  /// Var ln S of an input, and the covariance of two inputs' ln S.
  var variance = (own: 0.0, shared: 0.0)
  /// The fourth cumulant of a pre-activation over q², of one input and of two.
  var excess = (own: 0.0, shared: 0.0)
  /// The correlation of two inputs' pre-activations.
  var correlation = CorrelationLaw(mean: 1, variance: 0)
  /// s = d ln q₍l+1₎/d ln q_l.
  var elasticity = 1.0
  /// d s/d ln q_l.
  var bend = 0.0
  /// What the layer's neurons add to the mean of ln S₍l+1₎.
  var drift = 0.0
  /// What they add to its variance and to the covariance of two inputs.
  var noise = (own: 0.0, shared: 0.0)
  /// The share w of the weights, not the biases, in S₍l+1₎.
  var share = 1.0
  /// How far the map, which is not straight, takes the ends of the band from where they are drawn.
  var bow = (low: 0.0, high: 0.0)
  /// Nil where nothing varies.
  var moments: ActivationMoments?

  init(length: Double, width: Double) {
    self.length = length
    self.width = width
  }

  /// Takes the elasticity and the noise from the theory of the network.
  mutating func measure(_ map: LengthMap, _ moments: ActivationMoments?) {
    let signal = map.weightVariance * map.activation.secondMoment(length)
    // A signal of 0 stays 0 in every network.
    guard let moments, signal > 0 else { return }
    self.moments = moments
    share = signal / (signal + map.biasVariance)
    elasticity = map.elasticity(length)
    if map.activation.homogeneousFactor == nil || map.biasVariance > 0 {
      bend = Self.slope(at: length, of: map.elasticity)
    }
    // How V answers to a pre-activation that is not quite normal.
    let answer = elasticity / share * (elasticity / share)
    let square = share * share / width
    let variance = square * (moments.kurtosis - 1 + answer * excess.own)
    let third = square * share / width * (moments.sixth - 3 * moments.kurtosis + 2)
    (drift, noise.own) = Self.logarithm(variance: variance, third: third)
    if let pairs = moments.pairs, variance > 0 {
      let common = correlation.expectation(pairs.squares.value) - 1 + answer * excess.shared
      noise.shared = square * common * noise.own / variance
    }
  }

  /// The bow in the next layer.
  ///
  /// - Parameter deviation: the standard deviation of the logarithm of S.
  func nextBow(_ map: LengthMap, deviation: Double) -> (low: Double, high: Double) {
    if map.activation.homogeneousFactor != nil, map.biasVariance == 0 { return bow }
    let next = map.next(length)
    let middle = elasticity * mean + bend * variance.own / 2
    func step(_ distance: Double) -> Double {
      log(map.next(length * exp(mean + distance)) / next) - middle - elasticity * distance
    }
    return (
      elasticity * bow.low + step(-2 * deviation), elasticity * bow.high + step(2 * deviation)
    )
  }

  /// Mean and variance of ln(1 + δ) for a small δ of mean 0, to second order in 1/n.
  static func logarithm(variance: Double, third: Double) -> (mean: Double, variance: Double) {
    let square = variance * variance
    return (-variance / 2 + third / 3 - 0.75 * square, variance - third + 2.5 * square)
  }

  /// The slope of a function of q over ln q, by differences.
  static func slope(at q: Double, of function: (Double) -> Double) -> Double {
    let step = 0.01
    return (function(q * exp(step)) - function(q * exp(-step))) / (2 * step)
  }
}
