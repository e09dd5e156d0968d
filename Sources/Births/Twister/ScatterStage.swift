internal import Initializers
internal import Words

/// PyTorch's seed from whatever training has left alone: rows of tokens that never came, frozen parts.
///
/// The numbers that can be the law's are looked for in stretches, and a dense system of equations is solved
/// for the state; numbers that are of no stream contradict each other in it.
struct ScatterStage: BirthStage {
  private let hypothesis: BirthHypothesis
  private let reading: any WordReading
  private let mostNumbers: Int
  private var collection: RunCollection?
  private var place = 0
  private var walk: StateWalk

  private static let chunk = 1 << 17

  /// Prepares for a tensor with enough numbers; nil for others.
  init?(_ hypothesis: BirthHypothesis, mostDraws: Int, mostNumbers: Int) {
    guard let reading = TwisterReading(hypothesis), !reading.hasStrangers else { return nil }
    let shape = hypothesis.shape
    guard shape.count >= StreamEquations.unknowns / 24 else { return nil }
    (self.hypothesis, self.reading, walk) = (
      hypothesis, reading.words, StateWalk(mostDraws: mostDraws)
    )
    self.mostNumbers = min(mostNumbers, shape.count)
    collection = RunCollection(
      reading.words, count: shape.count,
      width: max(1, shape.count / max(1, shape.extents.first ?? 1)))
  }

  var progress: Double {
    if let back = walk.progress.walk { return 0.9 + 0.1 * back }
    if let solving = walk.progress.solving { return 0.4 + 0.5 * solving }
    return 0.4 * Double(place) / Double(mostNumbers)
  }

  var phrase: Phrase { Phrase("birth.stage.rows") }

  mutating func advance(_ numbers: TensorNumbers) throws(BirthError) -> StageStep {
    if walk.hasBegun { return try walk.advance(for: hypothesis) }
    let range = reading.range(of: mostNumbers)
    guard var collection = collection.take() else {
      // Any number seems to be drawn, so that all are taken as they come.
      let words = reading.words(try numbers[range.prefix(4096)])
      return try begin([WordRun(place: 0, words: words)])
    }
    let end = min(range.upperBound, place + Self.chunk)
    collection.add(reading.words(try numbers[place..<end]))
    place = end
    guard collection.isFull || place >= range.upperBound else {
      self.collection = collection
      return .going
    }
    collection.finish()
    return try begin(collection.runs)
  }

  private mutating func begin(_ runs: [WordRun]) throws(BirthError) -> StageStep {
    let longest = runs.map(\.words.count).max() ?? 0
    if longest >= 2 * TwisterState.size,
      let run = runs.first(where: { $0.words.count == longest })
    {
      var recurrence = Recurrence(run.words)
      recurrence.solve()
      if var state = recurrence.state() {
        state.place += run.place
        walk.begin(state)
        return .going
      }
      if recurrence.contradicting > recurrence.agreeing { return .over }
    }
    guard !runs.isEmpty else { return .over }
    try walk.begin(runs)
    return .going
  }
}
