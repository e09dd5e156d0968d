internal import Initializers
internal import Measurements
internal import Scenes

extension Tensor {
  /// Whether another tensor differs by its seed at most.
  func hasLaw(of other: Tensor) -> Bool {
    initializer == other.initializer && shape == other.shape
  }
}

extension Model {
  /// The pinned tensor's numbers, if they are not those of another.
  var shownPinnedMeasurement: Measurement? {
    guard let pinned = scene.pinned, pinnedMeasurement?.tensor == pinned else { return nil }
    return pinnedMeasurement
  }
}
