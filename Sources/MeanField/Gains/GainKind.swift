/// The kinds of gain, by what they keep.
public enum GainKind: String, CaseIterable, Sendable {
  /// 1/√E f².
  case forward
  /// 1/√E f′².
  case backward
  /// 1/√Var f.
  case standardDeviation = "standard deviation"

  /// What the gain keeps, for inputs of mean square 1.
  public var words: String {
    switch self {
    case .forward: "keeps the mean square before the activation at 1"
    case .backward: "keeps the mean square of gradients"
    case .standardDeviation: "gives the activation's output standard deviation 1"
    }
  }

  /// The formula, with z standard normal.
  public var formula: String {
    switch self {
    case .forward: "1/√E f(z)²"
    case .backward: "1/√E f′(z)²"
    case .standardDeviation: "1/√Var f(z)"
    }
  }
}

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
    case .neutral: "every mean square is kept"
    case .stable, .halfStable:
      "stable: a distance from 1 shrinks to \(ShortNumber(parallelSusceptibility)) a layer"
    case .unstable:
      "unstable: a distance from 1 grows \(ShortNumber(parallelSusceptibility)) a layer"
    }
  }
}
