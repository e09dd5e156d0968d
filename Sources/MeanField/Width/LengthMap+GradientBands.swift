private import Glibc

/// What a finite width does to the mean squares of ∂L/∂z, for one input, to first order in 1/n.
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
/// r = E x²f′²/(q·D) times the others' share, which moves the mean. Activations whose fixed point is
/// unstable stray further than first order says: gelu at n = 128 has σ 0.92 after 15 layers, not 0.77.
/// Source: Hanin & Rolnick 2018, arXiv:1803.01719; Hanin 2018, arXiv:1801.03744, for relu.
extension LengthMap {
  /// The bands of the mean squares of ∂L/∂z of layers 1 to L, where the last is given.
  ///
  /// - Parameters:
  ///   - lengths: q₁ to q_L.
  ///   - widths: n₁ to n_L; the last is repeated for layers that have none.
  ///   - last: the mean square of ∂L/∂z_L, the same in every network.
  public func gradientBands(lengths: [Double], widths: [Int], last: Double = 1) -> [Band] {
    let steps = walk(lengths: lengths, widths: widths)
    let counts = widths.isEmpty ? [] : lengths.indices.map { widths[min($0, widths.count - 1)] }
    let theory = gradients(lengths: lengths, last: last, widths: counts)
    var bands: [Band] = []
    var (mean, noise, reach) = (0.0, 0.0, 0.0)
    for (layer, step) in steps.enumerated().reversed() {
      if layer + 1 < steps.count, step.length > 0, step.length.isFinite {
        let q = step.length
        let response = Self.slope(at: q) { activation.derivativeSecondMoment($0) }
        let bend = LogarithmicStep.slope(at: q) { place in
          Self.slope(at: place) { activation.derivativeSecondMoment($0) }
        }
        let own = (3 * activation.derivativeKurtosis(q) - 1) / step.width
        let shared = step.share * (activation.crossKurtosis(q) - 1) / step.width
        // `reach` is still A of the next layer, which this layer's neurons move.
        noise += own + reach * reach * step.noise + 2 * reach * shared
        mean += response * step.mean + bend * step.variance / 2 - own / 2
        if layer + 2 < steps.count {
          let next = steps[layer + 1].length
          let along = step.share * (activation.alongKurtosis(next) - 1)
          mean += activation.crossKurtosis(q) * along / step.width
        }
        reach = response + step.elasticity * reach
      }
      bands.append(
        Band(
          theory: theory[layer], shift: mean, variance: noise + reach * reach * step.variance))
    }
    return bands.reversed()
  }

  /// The bands with one width for every layer.
  public func gradientBands(lengths: [Double], width: Int, last: Double = 1) -> [Band] {
    gradientBands(lengths: lengths, widths: [width], last: last)
  }

  private static func slope(at q: Double, of moment: (Double) -> Double) -> Double {
    LogarithmicStep.slope(at: q) { log(moment($0)) }
  }
}
