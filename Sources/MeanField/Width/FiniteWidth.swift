private import Glibc

/// What a finite width does to the mean squares of a network, to first order in 1/n.
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
/// Two inputs of correlation c share (ρ − 1)/n of the noise, ρ = E f(u₁)²f(u₂)²/V², and 2c²/n of the
/// χ². Independent inputs of width n have E c² = 1/n, so that layer 1 has 2/n·(1/B + (1 − 1/B)/n); the
/// law of c is carried on by `CorrelationLaw`. The mean over a batch is that of B lognormal numbers,
///
///     Var ln mean = ln(e^own/B + (1 − 1/B)·e^shared)
///
/// Weights of kurtosis κ give pre-activations the fourth cumulant (κ − 3)·E x⁴/(E x²)²/n, which adds to
/// the χ² and, times s², to the neurons' noise.
/// Source: Hanin & Rolnick 2018, arXiv:1803.01719, for one input.
package struct FiniteWidth {
  let map: LengthMap
  let ensemble: Ensemble
  /// The walk of ln S, layer by layer.
  let steps: [LogarithmicStep]

  /// Walks through networks whose mean squares are q₁ to q_L by theory.
  ///
  /// - Parameter lengths: q₁ to q_L, as `LengthMap.lengths(from:layers:)` gives them for the mean square
  ///   of the whole batch.
  /// - Complexity: some 50 µs a layer, where the mean square still changes.
  package init(_ map: LengthMap, lengths: [Double], ensemble: Ensemble) {
    self.map = map
    self.ensemble = ensemble
    steps = Self.walk(map, lengths, ensemble)
  }

  /// The bands of the mean squares of layers 1 to L.
  package var bands: [Band] {
    steps.map { step in
      let common = step.correlation.expectation { 2 * $0 * $0 }
      let own = step.variance.own + (2 + step.excess.own) / step.width
      let shared = step.variance.shared + (common + step.excess.shared) / step.width
      let variance = ensemble.logarithmicVariance(own: own, shared: shared)
      return Band(
        theory: step.length, shift: step.mean + step.variance.own / 2 - variance / 2,
        variance: variance)
    }
  }

  private static func walk(
    _ map: LengthMap, _ lengths: [Double], _ ensemble: Ensemble
  ) -> [LogarithmicStep] {
    guard var step = first(map, lengths, ensemble) else { return [] }
    var steps: [LogarithmicStep] = []
    var known: (q: Double, moments: ActivationMoments)?
    for layer in lengths.indices {
      let q = lengths[layer]
      if q > 0, q.isFinite, layer + 1 < lengths.count || layer == 0 {
        // At a fixed point, or where f is homogeneous, nothing changes.
        let isKnown =
          known.map { abs($0.q / q - 1) < 1e-6 || map.activation.homogeneousFactor != nil } ?? false
        if !isKnown {
          known = (q, ActivationMoments(map.activation, q, hasPairs: ensemble.batch > 1))
        }
        step.measure(map, known?.moments)
      }
      steps.append(step)
      guard layer + 1 < lengths.count else { break }
      let below = step
      step = LogarithmicStep(length: lengths[layer + 1], width: ensemble.width(layer + 1))
      let s = below.elasticity
      let variance = ensemble.logarithmicVariance(
        own: below.variance.own, shared: below.variance.shared)
      step.bow = below.nextBow(map, deviation: max(variance, 0).squareRoot())
      step.mean = s * below.mean + below.bend * below.variance.own / 2 + below.drift
      step.variance = (
        s * s * below.variance.own + below.noise.own,
        s * s * below.variance.shared + below.noise.shared
      )
      guard let moments = below.moments else { continue }
      let squares = moments.pairs.map { below.correlation.expectation($0.squares.value) }
      step.excess = ensemble.excess(
        share: below.share, width: below.width, own: moments.kurtosis,
        shared: squares ?? moments.kurtosis)
      step.correlation = below.correlation.next(moments, share: below.share, width: below.width)
    }
    return steps
  }

  // The inputs' mean square over the batch is given, that of each is not.
  private static func first(
    _ map: LengthMap, _ lengths: [Double], _ ensemble: Ensemble
  ) -> LogarithmicStep? {
    guard let q = lengths.first else { return nil }
    let width = ensemble.width(0)
    var step = LogarithmicStep(length: q, width: width)
    let share = q > 0 ? max(1 - map.biasVariance / q, 0) : 1
    let isBatch = ensemble.batch > 1
    if isBatch {
      let spread = share * share * (ensemble.inputKurtosis - 1) / width
      step.variance = (spread * (1 - ensemble.ownShare), -spread * ensemble.ownShare)
      step.mean = -step.variance.own / 2
      step.correlation = CorrelationLaw(mean: 1 - share, variance: share * share / width)
    }
    step.excess = ensemble.excess(
      share: share, width: width, own: ensemble.inputKurtosis,
      shared: isBatch ? 1 : ensemble.inputKurtosis)
    return step
  }
}

extension Ensemble {
  /// The variance of the logarithm of a mean over the batch.
  func logarithmicVariance(own: Double, shared: Double) -> Double {
    ownShare == 1 ? own : shared + log1p(ownShare * expm1(own - shared))
  }

  /// The fourth cumulant over q² of pre-activations that sum n products of weights with numbers of
  /// this kurtosis, and a bias.
  func excess(
    share: Double, width: Double, own: Double, shared: Double
  ) -> (own: Double, shared: Double) {
    let bias = (biasKurtosis - 3) * (1 - share) * (1 - share)
    let scale = share * share / width
    return ((weightKurtosis - 3) * scale * own + bias, (columnKurtosis - 3) * scale * shared + bias)
  }
}

/// The networks that a band is about: what is drawn anew in each of them.
package struct Ensemble: Hashable, Sendable {
  /// n₁ to n_L, the last repeated for layers that have none; inputs are as wide as layer 1.
  package var widths: [Int]
  /// B, the independent inputs that mean squares are taken over.
  package var batch: Int
  /// E x⁴/(E x²)² of the inputs' numbers: 3 if they are normal, 1.8 if uniform.
  package var inputKurtosis = 3.0
  /// E w⁴/(E w²)² of a weight.
  package var weightKurtosis = 3.0
  /// The same as it acts on a sum of squares down a column; other than a weight's where the weights
  /// of a column depend on each other.
  package var columnKurtosis = 3.0
  /// E b⁴/(E b²)² of a bias.
  package var biasKurtosis = 3.0

  /// Networks of normal weights and biases, sent normal inputs.
  package init(widths: [Int], batch: Int = 1) {
    self.widths = widths
    self.batch = batch
  }

  /// The neurons of a layer, from 0; of the input below 0.
  func width(_ layer: Int) -> Double {
    guard let last = widths.indices.last else { return .nan }
    return Double(max(widths[min(max(layer, 0), last)], 0))
  }

  /// 1/B, the share of what is an input's own in a mean over the batch.
  var ownShare: Double { 1 / Double(max(batch, 1)) }
}
