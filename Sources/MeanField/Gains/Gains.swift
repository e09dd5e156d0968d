package import Words

/// The gains of an activation at mean square 1, each named by what it keeps.
///
/// PyTorch's `calculate_gain` mixes kinds: √2 is `forward`, 5/3 and 3/4 were found by trial, 1 for
/// sigmoid is a placeholder. A gain g gives σw = g.
///
/// ```swift
/// let gains = Gains(.gelu)
/// gains.forward  // 1.5335304412
/// gains.parallelSusceptibility  // 1.144: the fixed point at 1 is unstable
/// gains.criticalPoint?.biasVariance  // 0.17292239
/// ```
package struct Gains: Hashable, Sendable {
  /// The activation.
  package let activation: Activation
  /// 1/√V(1): keeps the mean square of pre-activations at 1.
  ///
  /// √2 for relu: He et al. 2015, arXiv:1502.01852.
  package let forward: Double
  /// 1/√D(1): keeps the mean square of gradients where pre-activations have mean square 1.
  package let backward: Double
  /// 1/√Var f(z): gives the activation's output standard deviation 1.
  ///
  /// Source: Brock et al. 2021, arXiv:2101.08692.
  package let standardDeviation: Double
  /// χ∥ at q = 1 with the forward gain: V′(1)/V(1).
  package let parallelSusceptibility: Double
  /// χ⊥ at q = 1 with the forward gain: D(1)/V(1), the growth of gradients a layer.
  package let perpendicularSusceptibility: Double
  /// Variances with a bias that keep signal and gradient where no gain does.
  ///
  /// - Complexity: a search over mean squares, some 0.4 ms.
  package var criticalPoint: CriticalPoint? { CriticalPoint(activation) }

  /// The gains of an activation.
  package init(_ activation: Activation) {
    self.activation = activation
    let second = activation.secondMoment(1)
    let slopes = activation.derivativeSecondMoment(1)
    let mean = activation.mean(1)
    forward = 1 / second.squareRoot()
    backward = 1 / slopes.squareRoot()
    standardDeviation = 1 / (second - mean * mean).squareRoot()
    parallelSusceptibility = activation.secondMomentSlope(1) / second
    perpendicularSusceptibility = slopes / second
  }

  /// What becomes of a mean square near 1 with the forward gain.
  package var stability: FixedPoint.Stability {
    if activation.homogeneousFactor != nil { return .neutral }
    return parallelSusceptibility < 1 ? .stable : .unstable
  }
}

/// The kinds of gain, by what they keep where pre-activations have mean square 1.
package enum GainKind: String, CaseIterable, Sendable {
  /// 1/√(E f²).
  case forward
  /// 1/√(E f′²).
  case backward
  /// 1/√(Var f).
  case standardDeviation = "standard deviation"

  /// What the gain g does at q = 1, q being the mean square before the activation.
  package var phrase: Phrase {
    switch self {
    case .forward: Phrase("gain.forward.keeps")
    case .backward: Phrase("gain.backward.keeps")
    case .standardDeviation: Phrase("gain.std.keeps")
    }
  }
}

extension Gains {
  /// The gain of a kind.
  package subscript(kind: GainKind) -> Double {
    switch kind {
    case .forward: forward
    case .backward: backward
    case .standardDeviation: standardDeviation
    }
  }

  /// What becomes of deep layers with the gain of a kind.
  package func use(_ kind: GainKind) -> GainUse { GainUse(activation, gain: self[kind]) }

  /// What the gain of a kind keeps: at q = 1, or at every q where f(ax) = a·f(x).
  package func phrase(_ kind: GainKind) -> Phrase {
    switch (stability, kind) {
    case (.neutral, .forward): Phrase("gain.forward.keeps-all")
    case (.neutral, .backward): Phrase("gain.backward.keeps-all")
    default: kind.phrase
    }
  }

  /// What the forward gain's fixed point is worth, in one sentence.
  package var stabilityPhrase: Phrase {
    let chi = Phrase.Part.text("\(Numeral.short(parallelSusceptibility))")
    return switch stability {
    case .neutral: Phrase("gain.neutral")
    case .stable, .halfStable: Phrase("gain.stable", ["chi": chi])
    case .unstable: Phrase("gain.unstable", ["chi": chi])
    }
  }
}
