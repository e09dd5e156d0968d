/// The mean and standard deviation of a matrix's largest singular value.
public struct EdgeFluctuation: Hashable, Sendable {
  /// The mean.
  public let mean: Double
  /// The standard deviation.
  public let std: Double
}
