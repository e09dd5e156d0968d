/// Singular values that are all the same.
package struct Spike: Hashable, Sendable {
  /// The value.
  package let value: Double
  /// How many there are.
  package let count: Int
}
