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
  package func words(_ kind: GainKind) -> String {
    guard stability == .neutral else { return kind.words }
    return switch kind {
    case .forward: "keeps q, the mean square before the activation, whatever it is"
    case .backward: "keeps the mean square of gradients at every q"
    case .standardDeviation: kind.words
    }
  }

  /// What the forward gain's fixed point is worth, in one sentence.
  package var stabilityWords: String {
    switch stability {
    case .neutral: "neutral: every mean square is kept"
    case .stable, .halfStable:
      "stable: a small distance of q from 1 becomes × \(ShortNumber(parallelSusceptibility)) a layer"
    case .unstable:
      "unstable: a small distance of q from 1 becomes × "
        + "\(ShortNumber(parallelSusceptibility)) a layer, and most networks leave it"
    }
  }
}
