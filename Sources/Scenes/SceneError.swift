package import ArgumentParser
internal import Statistics
package import Words

/// Why a line is no scene, in a sentence that names the word and what is accepted.
package struct SceneError: Error, Hashable, Sendable, Worded {
  /// The sentence.
  package let phrase: Phrase
}

extension SceneError {
  static func unknownBins(_ text: String) -> SceneError {
    SceneError(
      phrase: Phrase(
        "error.bin-choice",
        [
          "rules": .text(BinChoice.words.joined(separator: ", ")), "most": "\(BinChoice.mostBins)",
          "text": .text(text.excerpt),
        ]))
  }

  static func foreignOption(_ option: String, for use: SceneUse) -> SceneError {
    SceneError(
      phrase: Phrase(
        "error.foreign-option",
        [
          "reader": .phrase(use.reader), "option": .text(option),
          "accepted": .phrase(use.accepted),
        ]))
  }

  static func sizeWithoutLayer(_ option: String) -> SceneError {
    SceneError(phrase: Phrase("error.layer.without", ["option": .text("--\(option)")]))
  }

  static func unexpected(_ word: String) -> SceneError {
    SceneError(phrase: Phrase("parser.unexpected-argument", ["word": .text(word.excerpt)]))
  }

  static func tooLong(_ count: Int) -> SceneError {
    SceneError(
      phrase: Phrase("error.scene.too-long", ["most": "\(Scene.longestLine)", "given": "\(count)"]))
  }

  static func pinned(_ text: String, because reason: Phrase) -> SceneError {
    SceneError(
      phrase: Phrase("error.pin", ["text": .text(text.excerpt), "reason": .phrase(reason)]))
  }

  /// An option's value, which is one of an enumeration's names.
  static func known<Value: RawRepresentable<String> & CaseIterable>(
    _ text: String, for option: String
  ) throws(SceneError) -> Value {
    if let value = Value(rawValue: text) { return value }
    let names = Phrase.Part.alternatives(Value.allCases.map(\.rawValue))
    throw SceneError(
      phrase: Phrase(
        "error.unknown", ["option": .text(option), "names": names, "text": .text(text.excerpt)]))
  }

  /// What the parser says, or whoever it asked.
  init(_ error: any Error) {
    if let error = error as? any Worded {
      self.init(phrase: error.phrase)
    } else if SceneArguments.exitCode(for: error) == .success {
      // A request for help is no error to the parser, but no scene either.
      self.init(phrase: Phrase("error.no-scene"))
    } else {
      let lines = SceneArguments.message(for: error).split(whereSeparator: \.isNewline)
      self.init(phrase: .ofParser(lines.joined(separator: " ")))
    }
  }
}

/// Words of a scene beside a recipe, which takes only a seed.
package struct RecipeWordsError: Error, Hashable, Sendable, Worded {
  /// The first word too many.
  package let word: String

  /// Makes an error.
  package init(word: String) { self.word = word }

  /// The sentence a user reads.
  package var phrase: Phrase { Phrase("error.recipe.scene", ["word": .text(word)]) }
}

extension String {
  /// The title of a group of options.
  package static func said(_ phrase: Phrase) -> String { Catalogue.spoken(phrase) }
}

extension ArgumentHelp {
  /// The help of an option.
  package static func said(_ phrase: Phrase) -> ArgumentHelp {
    ArgumentHelp(Catalogue.spoken(phrase))
  }
}
