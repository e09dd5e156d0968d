package import Words

/// What a tensor must be exactly, and whether it is.
package struct StructureFact: Equatable, Sendable {
  /// Whether a promise is kept.
  package enum Verdict: Hashable, Sendable {
    /// It is.
    case holds
    /// It is not.
    case fails
    /// Nobody has looked, for this reason.
    case notChecked(TestObstacle)
  }

  /// What is compared: `zeros a column`.
  package let name: Phrase
  /// What the method promises.
  package let theory: Phrase
  /// What the tensor has.
  package let sample: Phrase
  /// Whether they agree.
  package let verdict: Verdict
}

extension StructureFact.Verdict: Worded {
  /// Whether something that was checked was found to be so.
  init(_ holds: Bool) { self = holds ? .holds : .fails }

  /// The verdict in words: "holds", "fails", "not checked: …".
  package var phrase: Phrase {
    switch self {
    case .holds: Phrase("fact.holds")
    case .fails: Phrase("fact.fails")
    case .notChecked(let reason):
      Phrase("fact.not-checked", ["reason": .phrase(reason.phrase)])
    }
  }
}
