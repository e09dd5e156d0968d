public import Scenes

/// What a measurement is asked for.
public struct MeasurementRequest: Hashable, Sendable {
  /// The tensor to draw.
  public var tensor: Tensor

  /// Asks for a tensor's numbers.
  public init(tensor: Tensor) { self.tensor = tensor }
}
