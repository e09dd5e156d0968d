/// The mean and standard deviation of a matrix's largest singular value.
package struct EdgeFluctuation: Hashable, Sendable {
  /// The mean.
  package let mean: Double
  /// The standard deviation.
  package let std: Double
}
