internal import Initializers
internal import Statistics
internal import WeightFiles

/// Laws whose weights are not drawn one by one: orthogonal matrices, zeros among others, ones among zeros.
enum DependentWeights {
  /// The law that a tensor agrees with.
  ///
  /// - Throws: `TensorFileError`.
  static func match(
    _ entry: TensorEntry, _ summary: TensorSummary, among candidates: [LawCandidate]
  ) throws -> Verdict.Match? {
    // Numbers that are not finite, or all one, are judged as such.
    guard summary.constant == nil, summary.moments.nonFiniteCount == 0 else { return nil }
    guard entry.count >= 16, entry.count <= largestCount else { return nil }
    let extents = entry.shape
    if let match = try onesMatch(entry, summary) { return match }
    guard extents.count > 1 else { return nil }
    // PyTorch's rows, or Keras's and JAX's columns.
    let (first, others) = (extents[0], extents.dropLast().reduce(1, *))
    for rows in first == others ? [first] : [first, others] {
      guard isEven(entry, summary, rows: rows) else { continue }
      if let radius = try orthogonalRadius(entry, rows: rows) {
        return sphere(radius, entry, rows: rows, candidates)
      }
    }
    return try sparseMatch(entry, summary)
  }

  /// Whether a tensor may have one of these laws.
  ///
  /// - Throws: `TensorFileError`.
  static func hasLaw(_ law: Law, _ entry: TensorEntry, _ summary: TensorSummary) throws -> Bool {
    guard let own = try match(entry, summary, among: [])?.candidate.law else { return false }
    return switch (law, own) {
    case (.sphere(let law), .sphere(let own)):
      own.dimension == law.dimension
        && abs(own.radius / law.radius - 1) < tolerance(entry, length: law.dimension)
    case (.sparse(let std, let zeros, _), .sparse(let ownStd, let ownZeros, _)):
      ownZeros == zeros
        && abs(ownStd / std - 1) < 4.5 / (2 * Double(entry.count - summary.zeroCount)).squareRoot()
    default: law == own
    }
  }

  // Whether the rows or the columns, whichever are fewer, are of one length, so far as sums tell that.
  private static func isEven(
    _ entry: TensorEntry, _ summary: TensorSummary, rows: Int
  ) -> Bool {
    let (extents, columns) = (entry.shape, entry.count / rows)
    let slices: SliceSums.Slices?
    if rows == extents[0], rows <= columns {
      slices = summary.slices?.all.first
    } else if columns == extents.last, columns <= rows {
      slices = summary.slices?.all.last
    } else {
      return true
    }
    guard let squares = slices?.squares, let first = squares.first else { return true }
    let tolerance = 4 * tolerance(entry, length: max(rows, columns))
    return squares.allSatisfy { abs($0 - first) < tolerance * first }
  }

  // As far as products of unit vectors of a length may be from 0 and 1: what LAPACK leaves, and more where
  // each number is rounded to a narrow type.
  private static func tolerance(_ entry: TensorEntry, length: Int) -> Double {
    max(1e-4, 8 * entry.type.rounding / Double(length).squareRoot())
  }

  // As many as are read into memory.
  private static let largestCount = 1 << 24
  // As many vectors are compared.
  private static let vectors = 16

  // The length of a matrix's rows or columns, whichever are fewer, where all are as long and at right angles;
  // nil where they are not.
  private static func orthogonalRadius(_ entry: TensorEntry, rows: Int) throws -> Double? {
    let columns = entry.count / rows
    guard rows > 1, columns > 1 else { return nil }
    let count = min(vectors, min(rows, columns))
    var all: [[Double]] = []
    if rows <= columns {
      var row = [Float](repeating: 0, count: columns)
      for index in 0..<count {
        try row.withUnsafeMutableBufferPointer { buffer throws in
          try entry.read(from: index * columns, into: buffer)
        }
        all.append(row.map(Double.init))
      }
    } else {
      all = Array(repeating: [], count: count)
      var place = 0
      try entry.forEachChunk { block in
        for number in block {
          if place % columns < count { all[place % columns].append(Double(number)) }
          place += 1
        }
      }
    }
    func product(_ left: [Double], _ right: [Double]) -> Double {
      zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let square = all.reduce(0) { $0 + product($1, $1) } / Double(all.count)
    guard square > 0, square.isFinite else { return nil }
    let tolerance = tolerance(entry, length: max(rows, columns))
    for index in all.indices {
      for other in 0...index {
        let wanted = index == other ? 1.0 : 0
        guard abs(product(all[index], all[other]) / square - wanted) < tolerance else { return nil }
      }
    }
    return square.squareRoot()
  }

  private static func sphere(
    _ radius: Double, _ entry: TensorEntry, rows: Int, _ candidates: [LawCandidate]
  ) -> Verdict.Match {
    let dimension = max(rows, entry.count / rows)
    let tolerance = tolerance(entry, length: dimension)
    // The radius that was asked for, which rounding has left.
    let known = candidates.first {
      guard case .sphere(let law) = $0.law else { return false }
      return law.dimension == dimension && abs(law.radius / radius - 1) < tolerance
    }
    var found =
      known
      ?? LawCandidate(
        law: .sphere(SphereCoordinate(dimension: dimension, radius: radius)), origins: [])
    if known == nil {
      for framework in [Framework.pyTorch, Framework.keras[0], .flax] {
        var call = Initializer(.orthogonal, of: framework)
        try? call.set(.gain, to: "\(Float(radius))")
        found.origins.append(.call(call))
      }
    }
    return Verdict.Match(candidate: found, z: .nan, pValue: .nan)
  }
}
