/// Counts in cells made of neighbouring fine cells.
public struct GroupedHistogram: Equatable, Sendable {
  /// The count of each cell.
  public let counts: [Int]

  /// The cells' edges, one more than there are cells.
  public let edges: [Double]

  /// The number of values below the first edge.
  public let underflow: Int

  /// The number of values above the last cell.
  public let overflow: Int

  /// The number of finite values.
  public var total: Int { counts.reduce(underflow + overflow, +) }
}
