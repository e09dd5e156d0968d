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
    unknown(text, for: "--panel", accepted: Panel.allCases.map(\.rawValue))
  }

  static func unknownInput(_ text: String) -> SceneError {
    unknown(text, for: "--input", accepted: NetworkInput.allCases.map(\.rawValue))
  }

  static func unknownBias(_ text: String) -> SceneError {
    SceneError(description: "bias takes yes or no, not '\(excerpt(text))'")
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

  /// What was given, cut where it is too long to be read.
  static func excerpt(_ text: String) -> String {
    text.count <= 80 ? text : text.prefix(79) + "…"
  }

  static func pinned(_ text: String, because reason: String) -> SceneError {
    SceneError(description: "--pin takes a scene in quotes, or none: '\(excerpt(text))': \(reason)")
  }

  private static func unknown(
    _ text: String, for option: String, accepted: [String]
  ) -> SceneError {
    let last = accepted.last ?? ""
    let list = accepted.dropLast().joined(separator: ", ") + " or " + last
    return SceneError(description: "\(option) accepts \(list), not '\(excerpt(text))'")
  }
}
