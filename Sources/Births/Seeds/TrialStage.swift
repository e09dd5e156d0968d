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
    let tried = (next..<end).flatMap { origins(Seed($0)) }
    next = end
    let needed = HeadMatch.needed(among: UInt64(seeds.count) * UInt64(Self.draws))
    return StageStep(
      origins: tried.filter { match($0) >= needed }, isOver: next >= seeds.upperBound)
  }

  private func origins(_ seed: Seed) -> [Origin] {
    func origin(_ source: Birth.Source, _ draws: Int) -> Origin {
      Origin(hypothesis: hypothesis, seed: seed, source: source, draws: draws)
    }
    guard hypothesis.framework.isKeras else { return [origin(.program, hypothesis.wordsBefore)] }
    let own = hypothesis.seedsBefore.map { $0 >= Self.draws ? [$0] : [] } ?? []
    return (Array(0..<Self.draws) + own).map { origin(.program, $0) } + [origin(.initializer, 0)]
  }
}
