package import Words

extension Phrase {
  /// What the parser of command lines says, which speaks English alone, as a phrase: its sentences are
  /// known by their English words, and what stands in their places is kept.
  package static func ofParser(_ message: String) -> Phrase {
    for name in parserSentences {
      let key = "parser.\(name)"
      guard let parts = Catalogue.english.parts(of: message, saidBy: key) else { continue }
      var places = parts.mapValues { Part.text($0) }
      if let names = parts["names"] {
        places["names"] = .alternatives(
          names.replacing(" or ", with: ", ").split(separator: ", ").map(String.init))
      }
      return Phrase("parser.\(name)", places)
    }
    return .verbatim(message)
  }

  // Those with more words first: others would take the rest for a part of theirs.
  private static let parserSentences = [
    "unknown-option.near", "unknown-option", "missing-value", "unexpected-value",
    "unexpected-argument", "unexpected-arguments", "missing-argument", "invalid-value.names",
    "invalid-value",
  ]
}
