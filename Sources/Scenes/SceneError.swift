internal import Statistics
private import Words

/// Why a line is no scene, in a sentence that names the word and what is accepted.
package struct SceneError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sentence.
  package let description: String
}

extension SceneError {
  static func unknownView(_ text: String) -> SceneError {
    unknown(text, for: "--view", accepted: View.allCases.map(\.rawValue))
  }

  static func unknownPanel(_ text: String) -> SceneError {
    unknown(text, for: "--panel", accepted: PanelChoice.allCases.map(\.rawValue))
  }

  static func unknownBins(_ text: String) -> SceneError {
    unknown(
      text, for: "--bins",
      accepted: ["fd", "scott", "sqrt", "rice", "doane", "sturges", "auto", "columns"]
        + ["a number from 1 to \(BinChoice.mostBins)"])
  }

  static func foreignOption(_ option: String, for use: SceneUse) -> SceneError {
    SceneError(description: "\(use.reader) takes no \(option); it takes \(use.accepted)")
  }

  static func tooLong(_ count: Int) -> SceneError {
    SceneError(
      description: "a scene has at most \(Scene.longestLine) characters, not \(count)")
  }

  static func pinned(_ text: String, because reason: String) -> SceneError {
    SceneError(description: "--pin takes a scene in quotes, or none: '\(text.excerpt)': \(reason)")
  }

  private static func unknown(
    _ text: String, for option: String, accepted: [String]
  ) -> SceneError {
    SceneError(
      description: "\(option) accepts \(accepted.alternatives), not '\(text.excerpt)'")
  }
}
