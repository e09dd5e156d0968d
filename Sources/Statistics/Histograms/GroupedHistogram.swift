/// Counts in cells made of neighbouring fine cells.
package struct GroupedHistogram: Equatable, Sendable {
  /// The count of each cell.
  package let counts: [Int]

  /// The cells' edges, one more than there are cells.
  package let edges: [Double]

  /// The number of values below the first edge.
  package let underflow: Int

  /// The number of values above the last cell.
  package let overflow: Int

  /// The number of finite values.
  package var total: Int { counts.reduce(underflow + overflow, +) }
}
