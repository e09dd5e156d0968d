package import Words

/// Counts of a sample in bins of equal width, and what fell outside of them.
///
/// Bin *i* counts values in [edges[i], edges[i + 1]); the last one includes its upper edge.
package struct Bins: Hashable, Sendable {
  /// The ascending edges, one more than there are bins.
  package let edges: [Double]
  /// The values counted in each bin.
  package let counts: [Int]
  /// The values below the first edge.
  package let underflow: Int
  /// The values above the last edge.
  package let overflow: Int
  /// All values: counts + underflow + overflow.
  package let total: Int

  /// Makes bins.
  ///
  /// - Parameter total: the size of the sample, if it is known, to be checked.
  /// - Throws: `BinsError` if the edges are not finite, ascending and evenly spaced, if there is
  ///   not one count for each bin, or if the counts are negative or do not add up.
  package init(
    edges: [Double], counts: [Int], underflow: Int = 0, overflow: Int = 0, total: Int? = nil
  ) throws(BinsError) {
    guard edges.count >= 2, edges.count == counts.count + 1 else {
      throw .edgeCount(edges: edges.count, bins: counts.count)
    }
    guard let first = edges.first, let last = edges.last, edges.allSatisfy(\.isFinite),
      first < last, (last - first).isFinite
    else { throw .edgesNotAscending }
    let width = (last - first) / Double(counts.count)
    for (index, edge) in edges.enumerated()
    where abs(edge - (first + Double(index) * width)) > 1e-3 * width { throw .edgesNotUniform }
    var sum = 0
    for count in counts + [underflow, overflow] {
      guard count >= 0 else { throw .negativeCount(count) }
      let (next, isOverflow) = sum.addingReportingOverflow(count)
      guard !isOverflow else { throw .totalDiffers(counted: .max, total: total ?? .max) }
      sum = next
    }
    if let total, total != sum { throw .totalDiffers(counted: sum, total: total) }
    self.init(unchecked: edges, counts, underflow, overflow, sum)
  }

  private init(
    unchecked edges: [Double], _ counts: [Int], _ underflow: Int, _ overflow: Int, _ total: Int
  ) {
    self.edges = edges
    self.counts = counts
    self.underflow = underflow
    self.overflow = overflow
    self.total = total
  }

  /// The number of bins, at least 1.
  package var count: Int { counts.count }
  /// The lower end of the first bin.
  package var low: Double { edges[0] }
  /// The upper end of the last bin.
  package var high: Double { edges[edges.count - 1] }
  /// The width of a bin.
  package var width: Double { (high - low) / Double(count) }

  /// The value in the middle of a bin.
  package func middle(of bin: Int) -> Double { low + (Double(bin) + 0.5) * width }

  /// The density count / (total · width) of so many values in one bin.
  package func density(ofCount count: Double) -> Double {
    total > 0 ? count / (Double(total) * width) : 0
  }

  /// The density of each bin.
  var densities: [Double] { counts.map { density(ofCount: Double($0)) } }

  /// The densities of so many values in each bin, as steps with a jump between different ones.
  func steps(ofCounts counts: [Double]) -> Curve {
    let scale = Scale(low: low, high: high, cells: count)
    let densities = counts.map(density)
    let jumps = edges.indices.filter { index in
      let before = index > 0 ? densities[index - 1] : 0
      return before != (index < densities.count ? densities[index] : 0)
    }
    return Curve(discontinuities: jumps.map { edges[$0] }) { value in
      scale.cell(of: value).map { densities[$0] } ?? 0
    }
  }

  /// The same counts in bins so many times wider; the last one may reach past the last edge.
  func merged(by factor: Int) -> Bins {
    guard factor > 1 else { return self }
    let merged = stride(from: 0, to: count, by: factor).map { start in
      counts[start..<min(count, start + factor)].reduce(0, +)
    }
    let (low, wide) = (low, width * Double(factor))
    return Bins(
      unchecked: (0...merged.count).map { low + Double($0) * wide }, merged, underflow, overflow,
      total)
  }
}

/// Why numbers are not bins.
package enum BinsError: Error, Hashable, Sendable, Worded {
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
