internal import Networks
internal import Words

/// Who reads a scene's words, and which of them it can use; the others are refused, not passed over.
package struct SceneUse: Hashable, Sendable {
  /// The reader as a sentence's subject.
  let reader: Phrase
  private let takesSeed: Bool
  private let takesNetwork: Bool
  private let takesShowing: Bool
  private var takesFiles = true

  /// The explorer and its pictures take everything.
  package static let explorer = SceneUse(
    reader: Phrase("reader.explorer"), takesSeed: true, takesNetwork: true, takesShowing: true)

  /// A command that is about one tensor, which a file may have unless it is drawn.
  package static func tensor(_ command: String, takesFiles: Bool = false) -> SceneUse {
    SceneUse(
      reader: .verbatim(command), takesSeed: true, takesNetwork: false, takesShowing: false,
      takesFiles: takesFiles)
  }

  /// A command that sends a signal through a network.
  package static func network(_ command: String) -> SceneUse {
    SceneUse(
      reader: .verbatim(command), takesSeed: true, takesNetwork: true, takesShowing: false,
      takesFiles: false)
  }

  /// What others are compared with; it is shown as they are.
  static let pin = SceneUse(
    reader: Phrase("reader.pin"), takesSeed: true, takesNetwork: true, takesShowing: false)

  /// A line of a model's recipe, drawn by the recipe's generator.
  static let recipeLine = SceneUse(
    reader: Phrase("reader.recipe-line"), takesSeed: false, takesNetwork: false,
    takesShowing: false, takesFiles: false)

  /// Refuses the first word that has no use.
  func check(_ words: some SceneWords) throws(SceneError) {
    var foreign: [String] = []
    if !takesSeed, words.tensor.seed != nil { foreign.append("--seed") }
    if !takesNetwork { foreign += words.network.given.map(\.option) }
    if !takesShowing { foreign += words.showing.given.map(\.option) }
    if !takesFiles, words.tensor.beginsFile { throw .fileDrawn(by: self) }
    if !takesShowing, words.tensor.beginsFile, let other = words.tensor.kind {
      throw .unexpected(other)
    }
    if let option = foreign.first { throw .foreignOption(option, for: self) }
  }

  /// What is taken, for a sentence.
  var accepted: Phrase {
    let tensor = takesSeed ? Phrase("accepted.tensor") : Phrase("accepted.tensor.unseeded")
    guard takesNetwork else { return tensor }
    let options = NetworkField.allCases.map { "--\($0.name)" }.joined(separator: ", ")
    return Phrase("accepted.network", ["tensor": .phrase(tensor), "options": .text(options)])
  }
}
