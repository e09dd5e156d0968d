private import ArgumentParser

extension Scene {
  /// Parses a scene's line.
  ///
  /// - Parameters:
  ///   - line: words separated by blanks; a leading `initscope` is passed over.
  ///   - present: the scene that a line without a method changes.
  /// - Throws: `SceneError`.
  public init(parsing line: String, changing present: Scene = .first) throws(SceneError) {
    var words = line.split(separator: " ").map(String.init)
    if words.first == "initscope" { words.removeFirst() }
    do {
      self = try SceneArguments.parse(words).scene(changing: present)
    } catch {
      throw SceneError(description: SceneArguments.message(for: error))
    }
  }
}
