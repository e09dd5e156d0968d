/// Singular values that are all the same.
public struct Spike: Hashable, Sendable {
  /// The value.
  public let value: Double
  /// How many there are.
  public let count: Int
}
