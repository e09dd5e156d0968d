public import Initializers
public import Measurements
public import Scenes

/// All that the explorer knows; `update` changes it and `view` shows it.
public struct Model: Sendable {
  /// The scene on the screen, or about to be.
  public internal(set) var scene: Scene
  /// The newest numbers, which may still belong to an earlier scene or be incomplete.
  public internal(set) var measurement: Measurement?
  /// What PyTorch says against the scene, if it refuses it.
  public internal(set) var refusal: InitializerError?
  /// Whether a new seed is drawn at every tick.
  public internal(set) var isPlaying = false
  /// Whether the user has asked to leave.
  public internal(set) var isFinished = false

  var pane = Pane.methods
  var field = Field.shape
  var entry: Entry?
  var notice: Notice?
  var overlay: Overlay?
  // What each method's parameters were when it was last shown.
  var remembered: [Initializers.Method: Initializer] = [:]

  /// Makes the explorer's first state.
  public init(scene: Scene = .first) {
    self.scene = scene
    do { _ = try scene.recipe() } catch { refusal = error }
  }

  /// Whether the numbers on the screen are all of the present scene's.
  public var isCurrent: Bool {
    measurement.map { $0.scene == scene && $0.isComplete } ?? false
  }

  /// Whether nothing more will come for the present scene.
  public var isSettled: Bool { isCurrent || refusal != nil }

  /// The fields of the parameter form for the present method, from top to bottom.
  var fields: [Field] {
    [.shape] + scene.initializer.method.parameters.map(Field.parameter) + [.seed]
      + (scene.shape.extents.count >= 2 ? [.fanIn, .fanOut] : [])
  }
}

/// The two lists that the arrow keys move in.
enum Pane: Sendable {
  case methods
  case form
}

/// What lies over the view.
enum Overlay: Sendable {
  case keys
  case copy
}

/// A sentence for the user, shown until the next key.
enum Notice: Equatable, Sendable {
  case error(String)
}
