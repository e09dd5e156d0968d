internal import Initializers
internal import Scenes
internal import Words

extension SceneWords {
  /// The scene the words describe; what should be known of their names is said beside the output.
  ///
  /// - Throws: what `scene(for:)` throws.
  func checkedScene(for use: SceneUse) throws -> Scene {
    let scene = try scene(for: use)
    for note in notes {
      StandardError.print(
        Catalogue.english(Phrase("said.note", ["sentence": .phrase(note)])))
    }
    return scene
  }
}
