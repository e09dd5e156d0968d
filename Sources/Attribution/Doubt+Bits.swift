internal import Initializers
internal import Statistics
internal import WeightFiles

extension FileSurvey {
  /// Takes laws back from tensors that lie on no lattice, where others of the file have been drawn on one, or
  /// have been trained.
  ///
  /// One step of training moves numbers less than a law tells, but off every lattice. So do lie those that a
  /// GPU has drawn, or NumPy in double precision: of a file in which all do, and all agree with laws, nothing
  /// says that it has been trained.
  mutating func doubtBits() throws {
    let apart = rows.indices.filter { rows[$0].isLawfulApart }
    let doubted = rows.indices.filter { rows[$0].doubt != nil }
    guard !apart.isEmpty || !doubted.isEmpty else { return }
    guard try hasTraining(beside: apart.count + doubted.count) else { return }
    for index in apart { rows[index].verdict = .trained }
    for index in doubted { rows[index].objection = rows[index].doubt }
  }

  // Beside one that is trained, or that was drawn on a lattice, so many may have been trained less; beside more,
  // the one has some other law.
  private static let mostBesideOne = 4.0

  private func hasTraining(beside count: Int) throws -> Bool {
    var found = Double(rows.count { $0.standing.isDrawnByProcessor })
    if found >= 1, found * Self.mostBesideOne >= Double(count) { return true }
    for index in rows.indices {
      found += try evidenceOfTraining(index)
      if found >= 1, found * Self.mostBesideOne >= Double(count) { return true }
    }
    return false
  }

  // 1 of a tensor that is trained, less of vectors that are by some likelihood.
  private func evidenceOfTraining(_ index: Int) throws -> Double {
    let row = rows[index]
    switch row.verdict {
    case .trained: return row.entry.count >= Attribution.leastCount ? 1 : 0
    case .tooFew: return try evidenceOfTraining(ofVector: row, at: index)
    default: return 0
    }
  }

  // Of a bias that no layer draws which its weight may be of; of a scale, which none draws.
  private func evidenceOfTraining(ofVector row: Row, at index: Int) throws -> Double {
    guard let summary = row.summary, let shape = try? Shape(row.entry.shape),
      shape.extents.count == 1, summary.count > 1, summary.constant == nil
    else { return 0 }
    let laws = biases(of: shape, beside: index).filter { !$0.law.isDegenerate }
    guard !laws.isEmpty else { return isScale(index) ? 1 : 0 }
    let trial = LawTrial(row.entry, summary)
    let possible = laws.filter { trial.likelihood(of: $0) != nil }
    guard !possible.isEmpty else { return 1 }
    guard let sample = try LatticeSample(row.entry) else { return 0 }
    let likeliest = possible.flatMap { candidate in
      candidate.origins.map { origin in
        let drawer = GeneratorLattice.Drawer(origin.framework)
        return LatticeStanding.likelihood(sample, of: candidate.law, by: drawer) ?? 0
      }
    }.max()
    return min(1, max(0, -(likeliest ?? 0) / GeneratorLattice.decisive))
  }

  // One of the vectors of a layer that has nothing else, as normalizations have.
  private func isScale(_ index: Int) -> Bool {
    let own = module(of: index)
    let layer = rows.indices.filter { module(of: $0) == own }
    return layer.count > 1
      && layer.allSatisfy {
        rows[$0].entry.shape.count < 2 && rows[$0].entry.shape == rows[index].entry.shape
      }
  }
}

extension LatticeStanding {
  /// Whether no GPU has drawn it, nor its neighbours therefore.
  fileprivate var isDrawnByProcessor: Bool {
    if case .held(_, onGPU: false) = self { true } else { false }
  }
}

extension FileSurvey.Row {
  /// Whether it agrees with a law that its bits are not of.
  fileprivate var isLawfulApart: Bool {
    guard case .consistent? = verdict else { return false }
    return standing.isApart
  }
}
