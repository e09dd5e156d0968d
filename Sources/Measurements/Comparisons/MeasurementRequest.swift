public import Scenes

/// What a measurement is asked for: a scene, and the scene it is compared with.
public struct MeasurementRequest: Hashable, Sendable {
  /// The scene to draw.
  public var scene: Scene
  /// The scene whose bins it shares, if any.
  public var comparedWith: Scene?

  /// Asks for a scene's numbers, in bins that it shares with another's.
  public init(scene: Scene, comparedWith: Scene? = nil) {
    self.scene = scene
    self.comparedWith = comparedWith
  }
}
