internal import Initializers
internal import Words

/// One seed's stream of PyTorch, walked along in search of a tensor: the biases of a layer whose weights have told
/// the seed.
struct StreamStage: BirthStage {
  private let hypothesis: BirthHypothesis
  private let seed: Seed
  private let draws: Int
  private var generator: MersenneTwister
  // The place of the generator's next word.
  private var next = 0
  private var clue: SeedClue?
  private var match: HeadMatch?

  // Some ten milliseconds.
  private static let stepSize = 1 << 22
  private static let blockSize = 1 << 12

  /// Prepares to search so many draws; nil for tensors of other generators.
  init?(_ hypothesis: BirthHypothesis, _ seed: Seed, draws: Int) {
    guard hypothesis.framework.drawsInSequence else { return nil }
    (self.hypothesis, self.seed, self.draws) = (hypothesis, seed, draws)
    generator = MersenneTwister(seed: seed)
  }

  var progress: Double { draws > 0 ? min(1, Double(next) / Double(draws)) : 1 }
  var phrase: Phrase { Phrase("birth.stage.stream") }

  mutating func advance(_ numbers: TensorNumbers) throws(BirthError) -> StageStep {
    if match == nil {
      match = try HeadMatch(hypothesis, numbers)
      clue = .ofTwister(hypothesis, try numbers[0..<HeadMatch.size], before: 0)
    }
    guard let match, let clue, next < draws else { return .over }
    let end = min(draws, next + Self.stepSize)
    let needed = HeadMatch.needed(among: UInt64(draws))
    var step = StageStep()
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.blockSize) { block in
      while next < end {
        generator.fill(block)
        for index in 0..<Self.blockSize
        where (block[index] & clue.mask) &- clue.low <= clue.width && next + index >= clue.place {
          let origin = Origin(
            hypothesis: hypothesis, seed: seed, source: .program,
            draws: next + index - clue.place)
          if match(origin) >= needed { step.origins.append(origin) }
        }
        next += Self.blockSize
      }
    }
    step.isOver = next >= draws
    return step
  }
}
