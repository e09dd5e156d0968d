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
/// exactly, and its median is lower by e^(−Var/2).
///
/// The mean over a batch of B inputs with correlation c_l has 1/B + (1 − 1/B)·ρ of each noise, where
/// ρ = (E f(u₁)²f(u₂)²/V² − 1)/(κf − 1) for the layers and c_l² for the χ²: with depth relu's inputs
/// become alike and a batch strays as far as one of them.
/// Source: Hanin & Rolnick 2018, arXiv:1803.01719.
extension LengthMap {
  /// The bands of the mean squares of layers 1 to L, for one input.
  ///
  /// - Parameters:
  ///   - lengths: q₁ to q_L, as `lengths(from:layers:)` gives them.
  ///   - widths: n₁ to n_L; the last is repeated for layers that have none.
  public func bands(lengths: [Double], widths: [Int]) -> [Band] {
    bands(lengths: lengths, widths: widths, batch: 1, correlations: [])
  }

  /// The bands of the means over a batch.
  ///
  /// - Parameters:
  ///   - lengths: q₁ to q_L.
  ///   - widths: n₁ to n_L; the last is repeated for layers that have none.
  ///   - batch: B, the number of inputs.
  ///   - correlations: c₁ to c_L, as `correlations(ofInputs:lengths:)` gives them; 1 where there is none.
  /// - Complexity: a double integral a layer, some 0.3 ms, except for linear and relu.
  public func bands(
    lengths: [Double], widths: [Int], batch: Int, correlations: [Double]
  ) -> [Band] {
    let own = 1 / Double(max(batch, 1))
    func correlation(_ layer: Int) -> Double {
      layer < correlations.count ? correlations[layer] : 1
    }
    let steps = walk(lengths: lengths, widths: widths) { layer, q in
      if own == 1 || layer >= correlations.count { return 1 }
      let shared = activation.sharedKurtosis(correlation(layer), q) - 1
      return own + (1 - own) * shared / (activation.kurtosis(q) - 1)
    }
    return steps.enumerated().map { layer, step in
      let square = correlation(layer) * correlation(layer)
      let noise = 2 / step.width * (own + (1 - own) * square)
      return Band(
        theory: step.length, shift: step.mean - noise / 2, variance: step.variance + noise)
    }
  }

  /// The bands with one width for every layer.
  public func bands(lengths: [Double], width: Int) -> [Band] {
    bands(lengths: lengths, widths: [width])
  }

  /// ln S of each layer less the logarithm of theory: mean and variance.
  ///
  /// - Parameter share: the part of a layer's noise that is left in the mean over a batch.
  func walk(
    lengths: [Double], widths: [Int], share: (_ layer: Int, _ q: Double) -> Double = { _, _ in 1 }
  ) -> [LogarithmicStep] {
    var steps: [LogarithmicStep] = []
    var (mean, variance) = (0.0, 0.0)
    for (layer, q) in lengths.enumerated() {
      let width = widths.isEmpty ? .nan : Double(widths[min(layer, widths.count - 1)])
      var step = LogarithmicStep(length: q, width: max(width, 0), mean: mean, variance: variance)
      if layer + 1 < lengths.count {
        step.measure(self)
        if step.noise > 0 { step.noise *= share(layer, q) }
      }
      steps.append(step)
      mean = step.elasticity * mean + step.bend * variance / 2 - step.noise / 2
      variance = step.elasticity * step.elasticity * variance + step.noise
    }
    return steps
  }
}
