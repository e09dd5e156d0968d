package import Words

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
