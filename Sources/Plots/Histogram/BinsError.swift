package import Words

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

extension BinsError: Worded {
  /// The error as a sentence.
  package var phrase: Phrase {
    switch self {
    case .edgeCount(let edges, let bins):
      Phrase("error.bins.edges", ["edges": "\(edges)", "bins": "\(bins)"])
    case .edgesNotAscending: Phrase("error.bins.ascending")
    case .edgesNotUniform: Phrase("error.bins.uniform")
    case .negativeCount(let count): Phrase("error.bins.negative", ["number": "\(count)"])
    case .totalDiffers(let counted, let total):
      Phrase("error.bins.total", ["counted": "\(counted)", "total": "\(total)"])
    }
  }
}
