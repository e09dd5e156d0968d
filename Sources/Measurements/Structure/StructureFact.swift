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
  package let name: String
  /// What the method promises.
  package let theory: String
  /// What the tensor has.
  package let sample: String
  /// Whether they agree.
  package let verdict: Verdict
}

extension StructureFact.Verdict {
  /// Whether something that was checked was found to be so.
  init(_ holds: Bool) { self = holds ? .holds : .fails }

  /// The verdict in words: "holds", "fails", "not checked: …".
  package var description: String {
    switch self {
    case .holds: "holds"
    case .fails: "fails"
    case .notChecked(let reason): "not checked: \(reason)"
    }
  }
}
