public import Scenes

/// What a measurement is asked for: a tensor, and the tensor it is compared with.
public struct MeasurementRequest: Hashable, Sendable {
  /// The tensor to draw.
  public var tensor: Tensor
  /// The tensor whose bins it shares, if any.
  public var comparedWith: Tensor?

  /// Asks for a tensor's numbers, in bins that it shares with another's.
  public init(tensor: Tensor, comparedWith: Tensor? = nil) {
    self.tensor = tensor
    self.comparedWith = comparedWith
  }
}
