/// Something the program says, in no language yet: a key of the catalogue, and what fills the places
/// of its sentence.
///
///     Phrase("histogram.bins", count: 60, ["width": "0.0045"])
package struct Phrase: Hashable, Sendable {
  /// The catalogue's key; for text that is the same in every language that text.
  package let key: String
  /// Whether the key is the text itself.
  package let isVerbatim: Bool
  /// What decides between singular and plural, and fills the place `count`.
  package let count: Int?
  /// What fills the other places, by their names.
  package let places: [String: Part]

  /// Makes a phrase of the catalogue.
  package init(_ key: String, count: Int? = nil, _ places: [String: Part] = [:]) {
    (self.key, self.count, self.places) = (key, count, places)
    isVerbatim = false
  }

  private init(text: String) {
    (key, count, places, isVerbatim) = (text, nil, [:], true)
  }

  /// Text that is the same in every language: a number, a name, a file's own words.
  package static func verbatim(_ text: String) -> Phrase { Phrase(text: text) }

  /// What fills a place.
  package indirect enum Part: Hashable, Sendable {
    /// A number, a name: the same in every language.
    case text(String)
    /// Words of the same language.
    case phrase(Phrase)
    /// A list, as the language joins one: "density, ecdf or qq".
    case alternatives([String])
  }

  /// Phrases one after another, as the language separates them: "ECDF, QQ"; empty of none.
  package static func list(_ phrases: [Phrase]) -> Phrase {
    phrases.dropFirst().reduce(phrases.first ?? .verbatim("")) { list, next in
      Phrase("list.and-next", ["first": .phrase(list), "next": .phrase(next)])
    }
  }

  /// Whether there is nothing to say.
  package var isEmpty: Bool { isVerbatim && key.isEmpty }
}

extension Phrase.Part: ExpressibleByStringInterpolation {
  /// Makes text that is the same in every language.
  package init(stringLiteral value: String) { self = .text(value) }
}

/// What can be said in words, such as an error; its description is the English sentence.
package protocol Worded: CustomStringConvertible {
  /// What is said.
  var phrase: Phrase { get }
}

extension Worded {
  /// The English sentence.
  package var description: String { Catalogue.english(phrase) }
}

extension Phrase {
  /// What an error, or whatever else has something to say, says.
  package static func of(_ speaker: Any) -> Phrase {
    (speaker as? any Worded)?.phrase ?? .verbatim("\(speaker)")
  }
}
