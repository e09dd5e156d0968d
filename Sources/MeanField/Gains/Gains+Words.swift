extension Gains {
  /// The gain of a kind.
  public subscript(kind: GainKind) -> Double {
    switch kind {
    case .forward: forward
    case .backward: backward
    case .standardDeviation: standardDeviation
    }
  }

  /// What the forward gain's fixed point is worth, in one sentence.
  public var stabilityWords: String {
    switch stability {
    case .neutral: "neutral: every mean square is kept"
    case .stable, .halfStable:
      "stable: a distance from 1 shrinks to \(ShortNumber(parallelSusceptibility)) a layer"
    case .unstable:
      "unstable: a distance from 1 grows \(ShortNumber(parallelSusceptibility)) a layer"
    }
  }
}
