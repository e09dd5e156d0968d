/// The pinned scene A of a comparison.
package struct PinnedSample: Hashable, Sendable {
  /// The counts of A in bins of its own: in another sample's they would have shoulders at the ends of
  /// its law, and the teeth of a comb where the bins are narrower.
  package var bins: Bins
  /// The values that many of A's are equal to.
  package var atoms: [Atom]
  /// What the legend calls A.
  package var name: String
  /// What the legend calls B.
  package var presentName: String

  /// Makes a pinned sample.
  package init(
    bins: Bins, atoms: [Atom] = [], name: String = "A", presentName: String = "B"
  ) {
    self.bins = bins
    self.atoms = atoms
    self.name = name
    self.presentName = presentName
  }
}
