internal import Initializers
internal import WeightFiles

extension FileSurvey {
  /// Judges biases by the layers that the weights beside them may be of: a bias's law follows from its
  /// weight's, whatever its own size.
  ///
  /// - Throws: `TensorFileError`.
  mutating func judgeBiases() throws {
    let biases = Dictionary(grouping: rows.indices.filter(isOpenBias)) { module(of: $0) }
    let weights = Dictionary(grouping: rows.indices) { module(of: $0) }
    for (module, places) in biases {
      let beside = weights[module] ?? []
      let candidates = biasLaws(beside: beside)
      for index in places {
        guard let summary = rows[index].summary, let shape = try? Shape(rows[index].entry.shape)
        else { continue }
        let finding = try verdict(
          onBias: index, summary, candidates[shape] ?? [],
          others: self.biases(of: shape, besideAny: beside))
        if let finding {
          (rows[index].verdict, rows[index].standing) = (finding.verdict, finding.standing)
        }
        rows[index].summary = summary.withoutNumbers()
      }
    }
  }

  // Of the layers that its weight agrees with. Weights are often drawn anew where biases are left: those of other
  // layers of the weight's shape are tried, too, and believed where the bits are theirs.
  private func verdict(
    onBias index: Int, _ summary: TensorSummary, _ laws: [LawCandidate], others: [LawCandidate]
  ) throws -> Attribution.Finding? {
    func finding(_ laws: [LawCandidate]) throws -> Attribution.Finding {
      try Attribution.verdict(
        on: rows[index].entry, summary, candidates: laws, leastCount: Self.leastBias)
    }
    let own = laws.isEmpty ? nil : try finding(laws)
    if let own, case .consistent = own.verdict { return own }
    let drawn = others.merged.filter { !$0.law.isDegenerate }
    if !drawn.isEmpty {
      let other = try finding(drawn)
      if case .consistent = other.verdict, other.standing.isHeld { return other }
    }
    // Of zeros that some layers have instead nothing is known to have been drawn.
    let isJudged =
      summary.count >= Attribution.leastCount || laws.contains { !$0.law.isDegenerate }
    return isJudged ? own : nil
  }

  // Of fewer numbers nothing can be said even where little else is possible.
  private static let leastBias = 16

  /// Whether its weight's law may yet tell a tensor's.
  func isOpenBias(_ index: Int) -> Bool {
    guard rows[index].entry.shape.count == 1 else { return false }
    return switch rows[index].verdict {
    case .tooFew, .trained: true
    default: false
    }
  }

  // The laws of biases of each shape in the layers that weights may be of.
  private func biasLaws(beside weights: [Int]) -> [Shape: [LawCandidate]] {
    var laws: [Shape: [LawCandidate]] = [:]
    for index in weights {
      guard case .consistent(let matches)? = rows[index].verdict else { continue }
      for case .layer(let weight, let call) in matches.flatMap(\.candidate.origins) {
        for tensor in (try? call.tensors(in: weight.initializer.framework)) ?? []
        where tensor.role == .bias {
          guard let law = try? tensor.recipe().law else { continue }
          let candidate = LawCandidate(law: law, origins: [.layer(tensor, of: call)])
          laws[tensor.shape, default: []].append(candidate)
        }
      }
    }
    return laws.mapValues(\.merged)
  }

  /// The biases of a shape in the layers that the weights beside a tensor may be of, whatever these agree with.
  func biases(of shape: Shape, beside index: Int) -> [LawCandidate] {
    let own = module(of: index)
    return biases(of: shape, besideAny: rows.indices.filter { module(of: $0) == own })
  }

  private func biases(of shape: Shape, besideAny neighbours: [Int]) -> [LawCandidate] {
    let weights = neighbours.filter { rows[$0].entry.shape.count > 1 }
    return weights.compactMap { try? Shape(rows[$0].entry.shape) }.flatMap { weight in
      LayerGuess.calls(holding: weight).flatMap { call in
        Framework.ofDifferentLaws.flatMap { framework in
          ((try? call.tensors(in: framework)) ?? [])
            .filter { $0.role == .bias && $0.shape == shape }
            .compactMap { tensor in
              (try? tensor.recipe().law).map {
                LawCandidate(law: $0, origins: [.layer(tensor, of: call)])
              }
            }
        }
      }
    }
  }

  // What stands before the last dot or slash: the layer.
  func module(of index: Int) -> Substring {
    let name = rows[index].entry.name
    return name.lastIndex { "./".contains($0) }.map { name[..<$0] } ?? ""
  }
}
