internal import Initializers

/// The way from what is known of MT19937's words to a seed: the state is solved for, where it is not known yet, and
/// walked back.
struct StateWalk: Sendable {
  private let mostDraws: Int
  private var solving: StateSolving?
  private var walk: SeedWalk?

  init(mostDraws: Int) { self.mostDraws = mostDraws }

  /// Whether there is something to solve or to walk.
  var hasBegun: Bool { solving != nil || walk != nil }

  /// The part of each that is done; nil of what has not begun.
  var progress: (solving: Double?, walk: Double?) { (solving?.progress, walk?.progress) }

  /// Begins with a state.
  mutating func begin(_ state: TwisterState) { walk = SeedWalk(state, draws: mostDraws) }

  /// Begins with words that a state is to be solved for from.
  ///
  /// - Throws: `BirthError.noMemory`.
  mutating func begin(_ runs: [WordRun]) throws(BirthError) { solving = try StateSolving(runs) }

  /// Does the next step.
  ///
  /// - Throws: `BirthError`.
  mutating func advance(for hypothesis: BirthHypothesis) throws(BirthError) -> StageStep {
    guard var current = solving.take() else { return goBack(for: hypothesis) }
    try current.advance()
    guard current.isFinished else {
      solving = current
      return .going
    }
    guard let state = current.state else { return .over }
    begin(state)
    return .going
  }

  private mutating func goBack(for hypothesis: BirthHypothesis) -> StageStep {
    walk?.advance()
    guard let walk, walk.isFinished else { return .going }
    guard let found = walk.found else { return .over }
    let origin = Origin(
      hypothesis: hypothesis, seed: found.seed, source: .program, draws: found.draws)
    return StageStep(origins: [origin], isOver: true)
  }
}
