package import Initializers
package import Measurements
package import Networks
package import Scenes
package import Screen
package import Spectra

/// All that the explorer knows; `update` changes it and `view` shows it.
package struct Model: Sendable {
  /// The scene on the screen, or about to be.
  package internal(set) var scene: Scene
  /// The screen's size.
  package var size: Size
  /// The glyphs, colours and theme in use.
  package var capabilities: Capabilities
  /// The newest numbers of the scene's tensor, which may still belong to an earlier one or be
  /// incomplete.
  package internal(set) var measurement: Measurement?
  /// The newest numbers of the pinned tensor.
  package internal(set) var pinnedMeasurement: Measurement?
  /// The newest picture and singular values of the scene's tensor.
  package internal(set) var matrix: MatrixMeasurement?
  /// The newest picture and singular values of the pinned tensor.
  package internal(set) var pinnedMatrix: MatrixMeasurement?
  /// The newest signal through the network of the scene's tensor.
  package internal(set) var propagation: PropagationOutcome?
  /// The newest signal through the pinned network.
  package internal(set) var pinnedPropagation: PropagationOutcome?
  /// What PyTorch says against the scene, if it refuses it.
  package internal(set) var refusal: InitializerError?
  /// Whether a new seed is drawn at every tick.
  package internal(set) var isPlaying = false
  /// Whether the user has asked to leave.
  package internal(set) var isFinished = false

  var pane = Pane.methods
  var field = Field.shape
  var entry: Entry?
  var notice: Notice?
  var overlay: Overlay?
  /// The value under the crosshair; it stays where it is when the bins change.
  var crosshair: Double?
  // What each method's parameters were when it was last shown.
  var remembered: [Initializers.Method: Initializer] = [:]

  /// Makes the explorer's first state.
  ///
  /// - Parameter note: a sentence shown until the first key.
  package init(
    scene: Scene = .first, size: Size = Size(columns: 100, rows: 30),
    capabilities: Capabilities = .plain, note: String? = nil
  ) {
    notice = note.map(Notice.remark)
    self.scene = scene
    self.size = size
    self.capabilities = capabilities
    do { _ = try scene.recipe() } catch { refusal = error }
  }

  /// The fields of the parameter form for the present method, from top to bottom.
  var fields: [Field] {
    let parameters = scene.initializer.parameters.map(Field.parameter)
    if scene.view == .propagation {
      return parameters + [.seed] + NetworkField.allCases.map(Field.network)
    }
    return [.shape] + parameters + [.seed]
      + (scene.shape.extents.count >= 2 ? [.fanIn, .fanOut] : [])
  }

  /// Where the panels lie; nil on a screen that is too small.
  var layout: Layout? {
    Layout(
      size: size, fieldCount: fields.count, methodCount: methodCount,
      isComparing: scene.pinned != nil)
  }

  /// What the screen can show.
  var glyphs: GlyphSet { capabilities.glyphs }

  /// Whether colours tell values apart.
  var usesColor: Bool { capabilities.colors != .none && capabilities.theme != .mono }
}
