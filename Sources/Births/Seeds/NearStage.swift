internal import Initializers
internal import Words

/// Seeds and places that other tensors' births make likely: the same seed, before and behind them in a stream.
struct NearStage: BirthStage {
  private let hypotheses: [BirthHypothesis]
  private let known: KnownBirths
  // The hypothesis that comes next.
  private var index = 0

  init?(_ hypotheses: [BirthHypothesis], near known: KnownBirths) {
    guard !known.isEmpty, !hypotheses.isEmpty else { return nil }
    (self.hypotheses, self.known) = (hypotheses, known)
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
    let origins = known.origins(of: hypothesis).filter {
      match($0, from: known.places.generator(of: $0)) >= needed
    }
    return StageStep(origins: origins, isOver: index == hypotheses.count)
  }
}
