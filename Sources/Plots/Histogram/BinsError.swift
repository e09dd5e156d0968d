/// Why numbers are not bins.
package enum BinsError: Error, Hashable, Sendable {
  /// There must be one more edge than there are bins, and at least one bin.
  case edgeCount(edges: Int, bins: Int)
  /// Edges must be finite and ascend.
  case edgesNotAscending
  /// Bins must be equally wide.
  case edgesNotUniform
  /// A count is below zero.
  case negativeCount(Int)
  /// The counts with underflow and overflow are not the size of the sample.
  case totalDiffers(counted: Int, total: Int)
}

extension BinsError: CustomStringConvertible {
  /// The error as a sentence.
  package var description: String {
    switch self {
    case .edgeCount(let edges, let bins):
      "\(edges) edges do not bound \(bins) bins: one more edge than bins is needed"
    case .edgesNotAscending: "bin edges must be finite and ascending"
    case .edgesNotUniform: "bins must be equally wide"
    case .negativeCount(let count): "a count cannot be negative: \(count)"
    case .totalDiffers(let counted, let total):
      "the bins with underflow and overflow hold \(counted) values, not \(total)"
    }
  }
}
