package import Words

/// The kinds of gain, by what they keep where pre-activations have mean square 1.
package enum GainKind: String, CaseIterable, Sendable {
  /// 1/√E f².
  case forward
  /// 1/√E f′².
  case backward
  /// 1/√Var f.
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
