package import Words

/// Why numbers make no network.
package enum NetworkError: Error, Hashable, Sendable, Worded {
  /// A number of layers, neurons or inputs that no network, layer or batch has.
  case outOfRange(String, Int, ClosedRange<Int>)
  /// A text that is no number of the kind, or one out of its range.
  case invalidCount(String, String, ClosedRange<Int>)
  /// A text that names no input.
  case unknownInput(String)
  /// A text that is neither yes nor no.
  case unknownBias(String)

  /// The sentence a user reads.
  package var phrase: Phrase {
    switch self {
    case .outOfRange(let name, let given, let range):
      Phrase("error.network.range", places(name, "\(given)", range))
    case .invalidCount(let name, let text, let range):
      Phrase("error.network.range.text", places(name, text.excerpt, range))
    case .unknownInput(let text):
      Phrase(
        "error.input",
        [
          "names": .alternatives(NetworkInput.allCases.map(\.rawValue)),
          "text": .text(text.excerpt),
        ])
    case .unknownBias(let text): Phrase("error.bias", ["text": .text(text.excerpt)])
    }
  }

  private func places(
    _ option: String, _ given: String, _ range: ClosedRange<Int>
  ) -> [String: Phrase.Part] {
    [
      "option": .text(option), "low": "\(range.lowerBound)", "high": "\(range.upperBound)",
      "given": .text(given),
    ]
  }
}
