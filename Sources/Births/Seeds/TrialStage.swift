internal import Initializers
internal import Words

/// The seeds that people write, one after another, by drawing with them.
struct TrialStage: BirthStage {
  private let hypothesis: BirthHypothesis
  private let seeds: Range<UInt64>
  private var next: UInt64
  private var match: HeadMatch?

  // Some milliseconds.
  private static let stepSize: UInt64 = 100
  // The initializers' seeds of a program that are tried, beside the layer's own.
  private static let draws = 8

  init(_ hypothesis: BirthHypothesis, _ seeds: Range<UInt64>) {
    (self.hypothesis, self.seeds) = (hypothesis, seeds)
    next = seeds.lowerBound
  }

  var progress: Double {
    seeds.isEmpty ? 1 : Double(next - seeds.lowerBound) / Double(seeds.count)
  }

  var phrase: Phrase { Phrase("birth.stage.seeds") }

  mutating func advance(_ numbers: TensorNumbers) throws(BirthError) -> StageStep {
    if match == nil { match = try HeadMatch(hypothesis, numbers) }
    guard let match, next < seeds.upperBound else { return .over }
    let end = min(seeds.upperBound, next + Self.stepSize)
    let needed = HeadMatch.needed(among: UInt64(seeds.count) * UInt64(Self.draws))
    let found = (next..<end).flatMap { seed in
      trials(Seed(seed)).filter { match($0.origin, from: $0.generator) >= needed }.map(\.origin)
    }
    next = end
    return StageStep(origins: found, isOver: next >= seeds.upperBound)
  }

  private func trials(_ seed: Seed) -> [(origin: Origin, generator: (any Generator)?)] {
    func origin(_ source: Birth.Source, _ draws: Int) -> Origin {
      Origin(hypothesis: hypothesis, seed: seed, source: source, draws: draws)
    }
    let framework = hypothesis.framework
    guard framework.isKeras else { return [(origin(.program, hypothesis.wordsBefore), nil)] }
    // A program's stream is begun once for all of its initializers.
    var seeds = KerasSeeds(seed: seed)
    let own = hypothesis.seedsBefore ?? 0
    let drawn = (0..<max(Self.draws, own + 1)).map { _ in seeds.next() }
    let places = Array(0..<Self.draws) + (own >= Self.draws ? [own] : [])
    return places.map { draws in
      (origin(.program, draws), framework.generator(Seed(UInt64(drawn[draws]))))
    } + [(origin(.initializer, 0), nil)]
  }
}
