/// Why a line is no scene, in a sentence that names the word and what is accepted.
public struct SceneError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sentence.
  public let description: String
}
