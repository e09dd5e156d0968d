internal import Initializers
internal import Words

/// PyTorch's seed from whatever training has left alone: rows of tokens that never came, frozen parts.
///
/// The numbers that can be the law's are looked for in stretches, and a dense system of equations is solved
/// for the state; numbers that are of no stream contradict each other in it.
struct ScatterStage: BirthStage {
  private let hypothesis: BirthHypothesis
  private let reading: any WordReading
  private let mostDraws: Int
  private let mostNumbers: Int
  private var collection: RunCollection?
  private var place = 0
  private var solving: StateSolving?
  private var walk: SeedWalk?

  private static let chunk = 1 << 17

  /// Prepares for a tensor with enough numbers; nil for others.
  init?(_ hypothesis: BirthHypothesis, mostDraws: Int, mostNumbers: Int) {
    guard let reading = TwisterReading(hypothesis), !reading.hasStrangers else { return nil }
    let shape = hypothesis.shape
    guard shape.count >= StreamEquations.unknowns / 24 else { return nil }
    (self.hypothesis, self.reading, self.mostDraws) = (hypothesis, reading.words, mostDraws)
    self.mostNumbers = min(mostNumbers, shape.count)
    collection = RunCollection(
      reading.words, count: shape.count,
      width: max(1, shape.count / max(1, shape.extents.first ?? 1)))
  }

  var progress: Double {
    if let walk { return 0.9 + 0.1 * walk.progress }
    if let solving { return 0.4 + 0.5 * solving.progress }
    return 0.4 * Double(place) / Double(mostNumbers)
  }

  var phrase: Phrase { Phrase("birth.stage.rows") }

  mutating func advance(_ numbers: TensorNumbers) throws(BirthError) -> StageStep {
    if walk != nil { return goBack() }
    if solving != nil { return try solve() }
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
        walk = SeedWalk(state, draws: mostDraws)
        return .going
      }
      if recurrence.contradicting > recurrence.agreeing { return .over }
    }
    guard !runs.isEmpty else { return .over }
    solving = try StateSolving(runs)
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
