internal import Initializers
internal import Words

/// PyTorch's seed from a tensor's first numbers, where some thousand in a row are as they were drawn.
///
/// The recurrence tells the words' other bits, and all words together whether they are a stream at all.
struct HeadStage: BirthStage {
  private let hypothesis: BirthHypothesis
  private let reading: TwisterReading
  // The numbers to take next.
  private var size: Int
  private var walk: StateWalk

  private static let largestSize = 1 << 14

  /// Prepares for a tensor with enough numbers; nil for others.
  init?(_ hypothesis: BirthHypothesis, mostDraws: Int) {
    guard let reading = TwisterReading(hypothesis) else { return nil }
    guard hypothesis.shape.count >= 2 * TwisterState.size else { return nil }
    (self.hypothesis, self.reading, walk) = (
      hypothesis, reading, StateWalk(mostDraws: mostDraws)
    )
    size = reading.hasStrangers ? 8192 : reading.words.unit > 1 ? 2048 : 1408
  }

  var progress: Double { walk.progress.walk ?? walk.progress.solving ?? 0 }
  var phrase: Phrase { Phrase("birth.stage.head") }

  mutating func advance(_ numbers: TensorNumbers) throws(BirthError) -> StageStep {
    if walk.hasBegun { return try walk.advance(for: hypothesis) }
    let range = reading.words.range(of: numbers.count).prefix(size)
    var recurrence = Recurrence(reading.words.words(try numbers[range]))
    recurrence.solve()
    if let state = recurrence.state() {
      walk.begin(state)
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
    try walk.begin(confirmed)
    return .going
  }
}
