/// What is sent through a network: independent numbers of mean 0 and variance 1.
package enum NetworkInput: String, CaseIterable, Hashable, Sendable {
  /// N(0, 1).
  case gaussian
  /// Uniform on ±√3.
  case uniform
}
