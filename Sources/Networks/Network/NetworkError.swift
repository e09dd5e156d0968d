private import Words

/// Why numbers make no network.
package enum NetworkError: Error, Hashable, Sendable {
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
}

extension NetworkError: CustomStringConvertible {
  /// The sentence a user reads.
  package var description: String {
    switch self {
    case .depthOutOfRange(let depth): Self.sentence("depth", Network.depths, "\(depth)")
    case .widthOutOfRange(let width): Self.sentence("width", Network.widths, "\(width)")
    case .batchOutOfRange(let batch): Self.sentence("batch", Network.batches, "\(batch)")
    case .invalidCount(let name, let text, let range):
      Self.sentence(name, range, "'\(text.excerpt)'")
    case .unknownInput(let text):
      "--input accepts \(NetworkInput.allCases.map(\.rawValue).alternatives)"
        + ", not '\(text.excerpt)'"
    case .unknownBias(let text): "bias takes yes or no, not '\(text.excerpt)'"
    }
  }

  /// Says what an option takes.
  private static func sentence(_ option: String, _ range: ClosedRange<Int>, _ given: String)
    -> String
  {
    "--\(option) takes a whole number from \(range.lowerBound) to \(range.upperBound), not \(given)"
  }
}
