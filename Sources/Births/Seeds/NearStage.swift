internal import Initializers
internal import Words

/// Seeds and places that other tensors' births make likely: the same seed, before and behind them in a stream.
struct NearStage: BirthStage {
  private let hypotheses: [BirthHypothesis]
  private let births: [Birth]
  // The hypothesis that comes next.
  private var index = 0

  // A layer further than that in Keras's order of seeds has others beside it.
  private static let nearSeeds = 64

  init?(_ hypotheses: [BirthHypothesis], near births: [Birth]) {
    guard !births.isEmpty, !hypotheses.isEmpty else { return nil }
    (self.hypotheses, self.births) = (hypotheses, births)
  }

  var progress: Double { Double(index) / Double(hypotheses.count) }
  var phrase: Phrase { Phrase("birth.stage.near") }

  mutating func advance(_ numbers: TensorNumbers) throws(BirthError) -> StageStep {
    guard index < hypotheses.count else { return .over }
    let hypothesis = hypotheses[index]
    index += 1
    guard let match = try HeadMatch(hypothesis, numbers) else {
      return StageStep(isOver: index == hypotheses.count)
    }
    let needed = min(hypothesis.shape.count, HeadMatch.needed(among: 1 << 16))
    let origins = places(of: hypothesis).filter { match($0) >= needed }
    return StageStep(origins: origins, isOver: index == hypotheses.count)
  }

  private func places(of hypothesis: BirthHypothesis) -> [Origin] {
    var known: Set<Origin> = []
    for birth in births where birth.hypothesis.framework.name == hypothesis.framework.name {
      let draws: [Int]
      if hypothesis.framework.drawsInSequence {
        draws = [birth.end, birth.draws - hypothesis.wordCount].filter { $0 >= 0 }
      } else if hypothesis.framework.isKeras, birth.source == .program {
        draws = Array(max(0, birth.draws - Self.nearSeeds)..<birth.draws + Self.nearSeeds)
      } else {
        draws = [birth.draws]
      }
      for draws in draws {
        known.insert(
          Origin(hypothesis: hypothesis, seed: birth.seed, source: birth.source, draws: draws))
      }
    }
    return known.sorted { $0.draws < $1.draws }
  }
}

extension Birth {
  /// Where in its stream the next tensor begins.
  fileprivate var end: Int { draws + hypothesis.wordCount }
}

extension BirthHypothesis {
  /// The words of a stream that drawing it takes.
  fileprivate var wordCount: Int {
    recipe?.wordCount ?? 0
  }
}
