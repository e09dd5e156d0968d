package import Initializers
internal import Statistics
internal import WeightFiles

/// The law that a tensor is said to have.
package struct LawClaim: Sendable {
  let law: Law?
  let framework: Framework

  /// Takes the law, nil of one that there cannot be, and the framework that is to have drawn by it.
  package init(_ law: Law?, of framework: Framework) {
    (self.law, self.framework) = (law, framework)
  }

  /// Why the tensor does not have it; nil where it may.
  ///
  /// - Throws: `TensorFileError`.
  func objection(_ entry: TensorEntry, _ summary: TensorSummary) throws -> LawObjection? {
    // That is told without a law.
    guard summary.moments.nonFiniteCount == 0, summary.count > 0 else { return nil }
    guard let law else { return .unreadable }
    switch law {
    case .sphere, .sparse:
      // Of one row or column nothing is left of either.
      guard entry.shape.count > 1, !entry.shape.contains(1) else { return nil }
      return try DependentWeights.hasLaw(law, entry, summary) ? nil : .dependence
    case .ones: return try DependentWeights.hasLaw(law, entry, summary) ? nil : .dependence
    default:
      var trial = LawTrial(entry, summary)
      return try trial.objection(to: law, mayLeak: framework.isKeras)
        ?? bitsObjection(to: law, entry)
    }
  }

  private func bitsObjection(to law: Law, _ entry: TensorEntry) throws -> LawObjection? {
    guard let sample = try LatticeSample(entry) else { return nil }
    let drawer = GeneratorLattice.Drawer(framework)
    return switch LatticeStanding(sample, of: law, by: drawer) {
    case .held, .unknown: nil
    case .inPart: .lattice(framework, always: true)
    case .apart: .lattice(framework, always: !drawer.mayLackLattice)
    }
  }
}
