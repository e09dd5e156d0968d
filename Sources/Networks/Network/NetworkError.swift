package import Words

/// Why numbers make no network.
package enum NetworkError: Error, Hashable, Sendable, Worded {
  /// A number of layers that no network has.
  case depthOutOfRange(Int)
  /// A number of neurons that no layer has.
  case widthOutOfRange(Int)
  /// A number of inputs that no batch has.
  case batchOutOfRange(Int)
  /// A text that is no number of the kind, or one out of its range.
  case invalidCount(String, String, ClosedRange<Int>)
  /// A text that names no input.
  case unknownInput(String)
  /// A text that is neither yes nor no.
  case unknownBias(String)

  /// The sentence a user reads.
  package var phrase: Phrase {
    switch self {
    case .depthOutOfRange(let depth): Self.phrase("depth", Network.depths, depth)
    case .widthOutOfRange(let width): Self.phrase("width", Network.widths, width)
    case .batchOutOfRange(let batch): Self.phrase("batch", Network.batches, batch)
    case .invalidCount(let name, let text, let range):
      Phrase(
        "error.network.range.text",
        [
          "option": .text(name), "low": "\(range.lowerBound)", "high": "\(range.upperBound)",
          "given": .text(text.excerpt),
        ])
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

  private static func phrase(_ option: String, _ range: ClosedRange<Int>, _ given: Int) -> Phrase {
    Phrase(
      "error.network.range",
      [
        "option": .text(option), "low": "\(range.lowerBound)", "high": "\(range.upperBound)",
        "given": "\(given)",
      ])
  }
}
