internal import Initializers
internal import Words

/// PyTorch's seed from a tensor's first numbers, where some thousand in a row are as they were drawn.
///
/// The recurrence tells the words' other bits, and all words together whether they are a stream at all.
struct HeadStage: BirthStage {
  private let hypothesis: BirthHypothesis
  private let reading: TwisterReading
  private let mostDraws: Int
  // The numbers to take next.
  private var size: Int
  private var walk: SeedWalk?

  private static let largestSize = 1 << 14

  /// Prepares for a tensor with enough numbers; nil for others.
  init?(_ hypothesis: BirthHypothesis, mostDraws: Int) {
    guard let reading = TwisterReading(hypothesis) else { return nil }
    guard hypothesis.shape.count >= 2 * TwisterState.size else { return nil }
    (self.hypothesis, self.reading, self.mostDraws) = (hypothesis, reading, mostDraws)
    size = reading.hasStrangers ? 8192 : reading.words.unit > 1 ? 2048 : 1408
  }

  var progress: Double { walk?.progress ?? 0 }
  var phrase: Phrase { Phrase("birth.stage.head") }

  mutating func advance(_ numbers: TensorNumbers) throws(BirthError) -> StageStep {
    guard walk == nil else { return goBack() }
    let range = reading.words.range(of: numbers.count).prefix(size)
    var recurrence = Recurrence(reading.words.words(try numbers[range]))
    recurrence.solve()
    if let state = recurrence.state() {
      walk = SeedWalk(state, draws: mostDraws)
      return .going
    }
    // Where equations hold, more words tell more.
    let isStream = recurrence.agreeing > 8 * recurrence.contradicting
    guard isStream, size < min(Self.largestSize, numbers.count) else { return .over }
    size *= 2
    return .going
  }

  private mutating func goBack() -> StageStep {
    walk?.advance()
    guard let walk, walk.isFinished else { return .going }
    guard let found = walk.found else { return .over }
    let origin = Origin(
      hypothesis: hypothesis, seed: found.seed, source: .program, draws: found.draws)
    return StageStep(origins: [origin], isOver: true)
  }
}
