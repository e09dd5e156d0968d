/// The pinned scene A of a comparison, in the very bins of the present scene B.
public struct PinnedSample: Hashable, Sendable {
  /// The counts of A; only bins with the edges of B's are drawn over them.
  public var bins: Bins
  /// What the legend calls A.
  public var name: String
  /// What the legend calls B.
  public var presentName: String

  /// Makes a pinned sample.
  public init(bins: Bins, name: String = "A", presentName: String = "B") {
    self.bins = bins
    self.name = name
    self.presentName = presentName
  }
}
