/// Why numbers make no network.
package enum NetworkError: Error, Hashable, Sendable {
  /// A number of layers that no network has.
  case depthOutOfRange(Int)
  /// A number of neurons that no layer has.
  case widthOutOfRange(Int)
  /// A number of inputs that no batch has.
  case batchOutOfRange(Int)
}

extension NetworkError: CustomStringConvertible {
  /// The sentence a user reads.
  package var description: String {
    switch self {
    case .depthOutOfRange(let depth): Self.sentence("depth", Network.depths, "\(depth)")
    case .widthOutOfRange(let width): Self.sentence("width", Network.widths, "\(width)")
    case .batchOutOfRange(let batch): Self.sentence("batch", Network.batches, "\(batch)")
    }
  }

  /// Says what an option takes.
  static func sentence(_ option: String, _ range: ClosedRange<Int>, _ given: String) -> String {
    "--\(option) takes a whole number from \(range.lowerBound) to \(range.upperBound), not \(given)"
  }
}
