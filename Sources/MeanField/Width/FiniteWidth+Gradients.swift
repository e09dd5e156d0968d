private import Glibc

/// The bands of gradients, to first order in 1/n.
///
/// Going back a layer, g_l = σw²·mean of f′(z)²h² times g₍l+1₎, where h is standard normal and nearly
/// independent of z: the mean over n_l neurons varies by (3κ′ − 1)/n_l, of which (κ′ − 1) is the
/// activation's and 2κ′ the weights' χ². D depends on S_l, which strays too:
///
///     ln g_k = Σ ln χ⊥(S_l) + noise,  l from k to L − 1
///
/// so every S_j that strays moves all later factors together, by A_j = d_j + s_j·A₍j+1₎ with
/// d = d ln D/d ln q, and shares the neurons' noise of layer j − 1 with that layer's own factor. With
/// relu d = 0 and κ′ = 2: 5/n a layer, as forward.
///
/// Weights serve both ways: along f(z_l) they carry z₍l+1₎ itself, so that one of n_l directions has
/// r = E x²f′²/(q·D) times the others' share, which moves the mean.
///
/// Two gradients of a batch, whose own correlation is e, share ρ′(1 + 2e²) − 1 of the noise, with
/// ρ′ = E f′(u₁)²f′(u₂)²/D²; e² is 1/n at the last layer and grows as correlations do forward.
///
/// With d = 0 one thing more: z·∂L/∂z of an input is the same in all layers, so that the share t of its
/// gradient along z is remembered, and gives the next layer back κ′(t − 1/n) more. For one input what
/// sets t cancels. Of two, the first's noise moves the second's nt by (X − ρ′)(1 + 2e²)/n, with
/// X = E f(u₁)²f′(u₂)²/(V·D), which is not 0 where relu tells them apart: a term of order (L/n)².
/// Source: Hanin & Rolnick 2018, arXiv:1803.01719; Hanin 2018, arXiv:1801.03744, for relu.
extension FiniteWidth {
  /// The bands of the mean squares of ∂L/∂z of layers 1 to L, where the last is given.
  ///
  /// Those of a batch are known for homogeneous activations; else `gradientAbsence` says so and the
  /// bands are those of one input.
  /// - Parameter last: the mean square of ∂L/∂z_L, the same in every network.
  package func gradientBands(last: Double = 1) -> [Band] {
    let isBatch = ensemble.batch > 1 && map.activation.homogeneousFactor != nil
    let widths =
      ensemble.widths.isEmpty
      ? [] : steps.indices.map { ensemble.widths[min($0, ensemble.widths.count - 1)] }
    let theory = map.gradients(lengths: steps.map(\.length), last: last, widths: widths)
    var bands: [Band] = []
    var walk = GradientWalk(square: isBatch ? 1 / ensemble.width(steps.count - 1) : 1)
    for (layer, step) in steps.enumerated().reversed() {
      if layer + 1 < steps.count, let moments = step.moments {
        let q = step.length
        let response = slope(at: q)
        let bend = LogarithmicStep.slope(at: q, of: slope)
        let next = layer + 2 < steps.count ? steps[layer + 1].moments : nil
        let along = next.map { step.share * moments.cross * ($0.along - 1) / step.width } ?? 0
        walk.mean += response * step.mean + bend * step.variance.own / 2 + along
        // `reach` is still A of the next layer, which this layer's neurons move.
        let (reach, share) = (walk.reach, step.share / step.width)
        walk.noise.own += reach * (reach * step.noise.own + 2 * share * (moments.cross - 1))
        walk.pass(step, moments, ensemble, width: ensemble.width(layer + 1))
        walk.reach = response + step.elasticity * reach
      }
      let own = walk.noise.own + walk.reach * walk.reach * step.variance.own
      let variance =
        isBatch ? ensemble.logarithmicVariance(own: own, shared: walk.noise.shared) : own
      let shift = isBatch ? own / 2 - variance / 2 : 0
      bands.append(Band(theory: theory[layer], shift: walk.mean + shift, variance: variance))
    }
    return bands.reversed()
  }

  // d ln D/d ln q.
  private func slope(at q: Double) -> Double {
    guard map.activation.homogeneousFactor == nil else { return 0 }
    return LogarithmicStep.slope(at: q) { log(map.activation.derivativeSecondMoment($0)) }
  }
}

/// The walk of ln g on the way back.
private struct GradientWalk {
  /// E ln g less theory's logarithm, of one gradient.
  var mean = 0.0
  /// What the layers passed add to the variance, and to the covariance of two gradients.
  var noise = (own: 0.0, shared: 0.0)
  /// A, of the layer passed last.
  var reach = 0.0
  /// E e², e the correlation of two gradients.
  var square: Double
  // The covariance of one gradient's ln g with n times the other's share along its signal.
  private var memory = 0.0
  // E g⁴/(E g²)² of one gradient's numbers and E g₁²g₂² of two.
  private var below: (own: Double, shared: Double)

  init(square: Double) {
    self.square = square
    below = (3, 1 + 2 * square)
  }

  /// Takes the gradients back through the activations of a layer and the weights that follow it.
  ///
  /// - Parameter width: the neurons of the layer that follows.
  mutating func pass(
    _ step: LogarithmicStep, _ moments: ActivationMoments, _ ensemble: Ensemble, width: Double
  ) {
    let excess = ensemble.excess(share: 1, width: width, own: below.own, shared: below.shared)
    let kurtosis = moments.slopeKurtosis
    let variance = (kurtosis * (3 + excess.own) - 1) / step.width
    let third = (15 * moments.slopeSixth - 9 * kurtosis + 2) / (step.width * step.width)
    let own = LogarithmicStep.logarithm(variance: variance, third: third)
    mean += own.mean
    noise.own += own.variance
    below.own = 3 * kurtosis
    guard let pairs = moments.pairs else { return }
    let law = step.correlation
    let squares = law.expectation(pairs.slopeSquares.value)
    let common = squares * (1 + 2 * square + excess.shared) - 1
    noise.shared += common / step.width * own.variance / variance
    noise.shared += 2 * kurtosis * memory / step.width
    let apart = law.expectation { pairs.cross.value(at: $0) - pairs.slopeSquares.value(at: $0) }
    memory =
      max(1 - 3 * kurtosis / step.width, 0) * step.share * memory
      + apart * (1 + 2 * square) / step.width
    below.shared = squares * (1 + 2 * square)
    square = nextSquare(law, pairs, own: 3 * kurtosis - 1, width: step.width)
  }

  // As in `CorrelationLaw`, for e² about 0: unweighed, and with two gradients weighed by their squares.
  private func nextSquare(
    _ law: CorrelationLaw, _ pairs: PairMoments, own: Double, width: Double
  ) -> Double {
    var (plain, kept, all) = (0.0, 0.0, 0.0)
    for node in law.nodes {
      let slope = pairs.slopes.value(at: node.value)
      let kurtosis = pairs.slopeSquares.value(at: node.value) * (1 + 2 * square)
      let product = slope * slope * square
      let excess = 3 * square * slope * pairs.slopeCubes.value(at: node.value) - product
      let change = kurtosis - product - 4 * excess + product * (2 * own + kurtosis - 1)
      plain += node.weight * (product + change / width)
      kept += node.weight * product
      all += node.weight * kurtosis
    }
    let weighed = (kept + (all - kept) / width) / (1 + (all - 1) / width)
    let alike = (all - 1) / own
    return min(max(alike * plain + (1 - alike) * weighed, 0), 1)
  }
}
