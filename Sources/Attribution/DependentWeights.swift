internal import Initializers
internal import Statistics
internal import WeightFiles

/// Laws whose weights are not drawn one by one: orthogonal matrices, columns with zeros, a forget gate's ones.
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
    if extents.count == 1 { return try forgetBias(entry, summary) }
    guard extents.count > 1 else { return nil }
    // PyTorch's rows, or Keras's and JAX's columns.
    let (first, others) = (extents[0], extents.dropLast().reduce(1, *))
    for rows in first == others ? [first] : [first, others] {
      if let radius = try orthogonalRadius(entry, rows: rows) {
        return sphere(radius, rows: rows, columns: entry.count / rows, candidates)
      }
    }
    return try sparse(entry, summary)
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
    let square = product(all[0], all[0])
    guard square > 0, square.isFinite else { return nil }
    for index in all.indices {
      for other in 0...index {
        let wanted = index == other ? 1.0 : 0
        guard abs(product(all[index], all[other]) / square - wanted) < 1e-4 else { return nil }
      }
    }
    return square.squareRoot()
  }

  private static func sphere(
    _ radius: Double, rows: Int, columns: Int, _ candidates: [LawCandidate]
  ) -> Verdict.Match {
    // The radius that was asked for, which rounding has left.
    let known = candidates.first {
      if case .sphere(let law) = $0.law { abs(law.radius / radius - 1) < 1e-4 } else { false }
    }
    var found =
      known
      ?? LawCandidate(
        law: .sphere(SphereCoordinate(dimension: max(rows, columns), radius: radius)), origins: [])
    if known == nil {
      for framework in [Framework.pyTorch, Framework.keras[0], .flax] {
        var call = Initializer(.orthogonal, of: framework)
        try? call.set(.gain, to: "\(Float(radius))")
        found.origins.append(.call(call))
      }
    }
    return Verdict.Match(candidate: found, z: .nan, pValue: .nan)
  }

  // Zeros, and ones for the second of four gates.
  private static func forgetBias(
    _ entry: TensorEntry, _ summary: TensorSummary
  ) throws -> Verdict.Match? {
    let units = entry.count / 4
    guard entry.count == 4 * units, summary.zeroCount == 3 * units, summary.moments.minimum == 0,
      summary.moments.maximum == 1
    else { return nil }
    var gate = [Float](repeating: 0, count: units)
    try gate.withUnsafeMutableBufferPointer { buffer throws in
      try entry.read(from: units, into: buffer)
    }
    guard gate.allSatisfy({ $0 == 1 }) else { return nil }
    let keras = Framework.keras[0]
    guard let call = try? LayerCall(.lstm, [.in: units, .out: units]),
      let tensor = try? call.tensors(in: keras).first(where: { $0.role == .bias })
    else { return nil }
    let candidate = LawCandidate(
      law: .ones(count: units, of: entry.count), origins: [.layer(tensor, of: call)])
    return Verdict.Match(candidate: candidate, z: .nan, pValue: .nan)
  }

  // The same number of zeros in every column.
  private static func sparse(_ entry: TensorEntry, _ summary: TensorSummary) throws -> Verdict
    .Match?
  {
    guard entry.shape.count == 2, summary.zeroCount >= entry.shape[1] else { return nil }
    let (rows, columns) = (entry.shape[0], entry.shape[1])
    var zeros = [Int](repeating: 0, count: columns)
    var (place, squares) = (0, 0.0)
    try entry.forEachChunk { block in
      for number in block {
        if number == 0 { zeros[place % columns] += 1 }
        squares += Double(number) * Double(number)
        place += 1
      }
    }
    guard Set(zeros).count == 1, zeros[0] < rows else { return nil }
    let std = (squares / Double(entry.count - summary.zeroCount)).squareRoot()
    var call = Initializer(.sparse)
    // The fewest decimals that give as many zeros.
    try? call.set(.sparsity, to: "\(Double(zeros[0]) / Double(rows))")
    try? call.set(.std, to: "\(Float(std))")
    let law = Law.sparse(std: std, zeros: zeros[0], rows: rows)
    return Verdict.Match(
      candidate: LawCandidate(law: law, origins: [.call(call)]), z: .nan, pValue: .nan)
  }
}
