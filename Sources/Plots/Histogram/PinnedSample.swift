/// The pinned scene A of a comparison.
public struct PinnedSample: Hashable, Sendable {
  /// The counts of A in bins of its own: in another sample's they would have shoulders at the ends of
  /// its law, and the teeth of a comb where the bins are narrower.
  public var bins: Bins
  /// The values that many of A's are equal to.
  public var atoms: [Atom]
  /// What the legend calls A.
  public var name: String
  /// What the legend calls B.
  public var presentName: String

  /// Makes a pinned sample.
  public init(
    bins: Bins, atoms: [Atom] = [], name: String = "A", presentName: String = "B"
  ) {
    self.bins = bins
    self.atoms = atoms
    self.name = name
    self.presentName = presentName
  }
}
