internal import Networks

/// Who reads a scene's words, and which of them it can use; the others are refused, not passed over.
package struct SceneUse: Hashable, Sendable {
  /// The reader as a sentence's subject.
  let reader: String
  private let takesSeed: Bool
  private let takesNetwork: Bool
  private let takesShowing: Bool

  /// The explorer and its pictures take everything.
  package static let explorer = SceneUse(
    reader: "the explorer", takesSeed: true, takesNetwork: true, takesShowing: true)

  /// A command that is about one tensor.
  package static func tensor(_ command: String) -> SceneUse {
    SceneUse(reader: command, takesSeed: true, takesNetwork: false, takesShowing: false)
  }

  /// A command that sends a signal through a network.
  package static func network(_ command: String) -> SceneUse {
    SceneUse(reader: command, takesSeed: true, takesNetwork: true, takesShowing: false)
  }

  /// What others are compared with; it is shown as they are.
  static let pin = SceneUse(
    reader: "a pinned scene", takesSeed: true, takesNetwork: true, takesShowing: false)

  /// A line of a model's recipe, drawn by the recipe's generator.
  static let recipeLine = SceneUse(
    reader: "a recipe's line", takesSeed: false, takesNetwork: false, takesShowing: false)

  /// Refuses the first word that has no use.
  func check(_ words: some SceneWords) throws(SceneError) {
    var foreign: [String] = []
    if !takesSeed, words.tensor.seed != nil { foreign.append("--seed") }
    if !takesNetwork { foreign += words.network.given.map(\.option) }
    if !takesShowing { foreign += words.showing.given.map(\.option) }
    if let option = foreign.first { throw .foreignOption(option, for: self) }
  }

  /// What is taken, for a sentence.
  var accepted: String {
    "a method, --shape" + (takesSeed ? ", --seed" : "") + " and the method's parameters"
      + (takesNetwork
        ? ", and " + NetworkField.allCases.map { "--\($0.name)" }.joined(separator: ", ") : "")
  }
}
