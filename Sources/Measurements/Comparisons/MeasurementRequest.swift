package import Initializers

/// What a measurement is asked for.
package struct MeasurementRequest: Hashable, Sendable {
  /// The tensor to draw.
  package var tensor: Tensor

  /// Asks for a tensor's numbers.
  package init(tensor: Tensor) { self.tensor = tensor }
}
