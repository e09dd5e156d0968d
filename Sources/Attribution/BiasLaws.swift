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
      let candidates = biasLaws(beside: weights[module] ?? [])
      for index in places {
        guard let summary = rows[index].summary, let shape = try? Shape(rows[index].entry.shape),
          let laws = candidates[shape]
        else { continue }
        let finding = try Attribution.verdict(
          on: rows[index].entry, summary, candidates: laws, leastCount: Self.leastBias)
        (rows[index].verdict, rows[index].standing) = (finding.verdict, finding.standing)
        rows[index].summary = summary.withoutNumbers()
      }
    }
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
    let weights = rows.indices.filter { rows[$0].entry.shape.count > 1 && module(of: $0) == own }
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
