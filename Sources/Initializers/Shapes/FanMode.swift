/// Which fan the Kaiming methods divide by: forward or backward variance is kept.
package enum FanMode: String, CaseIterable, Sendable {
  /// Keeps the variance of activations in the forward pass.
  case fanIn = "fan_in"
  /// Keeps the variance of gradients in the backward pass.
  case fanOut = "fan_out"

  /// Parses a mode, lower-cased first as PyTorch does.
  ///
  /// - Throws: `InitializerError.unsupportedMode`.
  package init(parsing text: String) throws(InitializerError) {
    guard let mode = FanMode(rawValue: text.lowercased()) else { throw .unsupportedMode(text) }
    self = mode
  }
}
