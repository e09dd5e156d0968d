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
  private var solving: StateSolving?
  private var walk: SeedWalk?

  private static let largestSize = 1 << 14

  /// Prepares for a tensor with enough numbers; nil for others.
  init?(_ hypothesis: BirthHypothesis, mostDraws: Int) {
    guard let reading = TwisterReading(hypothesis) else { return nil }
    guard hypothesis.shape.count >= 2 * TwisterState.size else { return nil }
    (self.hypothesis, self.reading, self.mostDraws) = (hypothesis, reading, mostDraws)
    size = reading.hasStrangers ? 8192 : reading.words.unit > 1 ? 2048 : 1408
  }

  var progress: Double { walk?.progress ?? solving?.progress ?? 0 }
  var phrase: Phrase { Phrase("birth.stage.head") }

  mutating func advance(_ numbers: TensorNumbers) throws(BirthError) -> StageStep {
    if walk != nil { return goBack() }
    if solving != nil { return try solve() }
    let range = reading.words.range(of: numbers.count).prefix(size)
    var recurrence = Recurrence(reading.words.words(try numbers[range]))
    recurrence.solve()
    if let state = recurrence.state() {
      walk = SeedWalk(state, draws: mostDraws)
      return .going
    }
    // Where equations hold, more words tell more, and words far from each other by a larger system.
    guard recurrence.agreeing > 8 * recurrence.contradicting else { return .over }
    guard size >= min(Self.largestSize, numbers.count) else {
      size *= 2
      return .going
    }
    let confirmed = recurrence.confirmed
    guard !confirmed.isEmpty else { return .over }
    solving = try StateSolving(confirmed)
    return .going
  }

  private mutating func solve() throws(BirthError) -> StageStep {
    guard var current = solving.take() else { return .over }
    try current.advance()
    guard current.isFinished else {
      solving = current
      return .going
    }
    guard let state = current.state else { return .over }
    walk = SeedWalk(state, draws: mostDraws)
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
