/// What a finite width does to the mean squares of one input, to first order in 1/n.
///
/// A fresh Gaussian layer's pre-activations are independent N(0, S), with S₍l+1₎ = σw²·mean f² + σb²
/// over n_l neurons, so ln S is a random walk that the map steers:
///
///     Var ln S₍l+1₎ = s²·Var ln S_l + w²(κf − 1)/n_l
///     E ln S₍l+1₎ − ln q₍l+1₎ = s·(E ln S_l − ln q_l) + s′·Var ln S_l/2 − w²(κf − 1)/2n_l
///
/// s = d ln q₍l+1₎/d ln q_l, s′ its own slope, w = σw²V/(σw²V + σb²). The mean square seen over the n
/// neurons of a layer adds ln(χ²_n/n): 2/n to the variance and −1/n to the mean. S₁ is exact.
///
/// With relu s = 1, κf = 6, w = 1: the variance is 5(l − 1)/n + 2/n, the mean square's *mean* is theory
/// exactly, and its median is lower by e^(−Var/2). Inputs of a batch share the weights and with depth
/// their directions, so that the mean over a batch varies less than this, but not by 1/B.
/// Source: Hanin & Rolnick 2018, arXiv:1803.01719.
extension LengthMap {
  /// The bands of the mean squares of layers 1 to L, for one input.
  ///
  /// - Parameters:
  ///   - lengths: q₁ to q_L, as `lengths(from:layers:)` gives them.
  ///   - widths: n₁ to n_L; the last is repeated for layers that have none.
  public func bands(lengths: [Double], widths: [Int]) -> [Band] {
    walk(lengths: lengths, widths: widths).map { step in
      Band(
        theory: step.length, shift: step.mean - 1 / step.width,
        variance: step.variance + 2 / step.width)
    }
  }

  /// The bands with one width for every layer.
  public func bands(lengths: [Double], width: Int) -> [Band] {
    bands(lengths: lengths, widths: [width])
  }

  /// ln S of each layer less the logarithm of theory: mean and variance.
  func walk(lengths: [Double], widths: [Int]) -> [LogarithmicStep] {
    var steps: [LogarithmicStep] = []
    var (mean, variance) = (0.0, 0.0)
    for (layer, q) in lengths.enumerated() {
      let width = widths.isEmpty ? .nan : Double(widths[min(layer, widths.count - 1)])
      var step = LogarithmicStep(length: q, width: max(width, 0), mean: mean, variance: variance)
      if layer + 1 < lengths.count { step.measure(self) }
      steps.append(step)
      mean = step.elasticity * mean + step.bend * variance / 2 - step.noise / 2
      variance = step.elasticity * step.elasticity * variance + step.noise
    }
    return steps
  }
}
