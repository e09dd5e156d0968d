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
