internal import Attribution
internal import Background
internal import Births
internal import Initializers
internal import Scenes
internal import WeightFiles
internal import Words

extension Model {
  /// Searches for the seed of the chosen tensor; while it is searched for, no longer; where it was not found
  /// among the seeds that are quickly tried, among all.
  mutating func seekBirth() {
    guard let survey = surveyReport?.survey, let chosen = chosenTensor,
      chosen.row.verdict != nil || !chosen.entry.hasValues
    else {
      notice = .remark(Phrase("notice.birth.unread"))
      return
    }
    let weights = chosen.weights
    if sought?.weights == weights {
      sought = nil
      notice = .remark(Phrase("notice.birth.stopped"))
      return
    }
    guard chosen.row.hasBits else {
      notice = .remark(Phrase("notice.birth.no-bits"))
      return
    }
    var isExhaustive = false
    switch births[weights] {
    case .found, .unknown(isExhaustive: true): return
    case .unknown(isExhaustive: false): isExhaustive = true
    case nil: break
    }
    let known = births.filter { $0.key.file == weights.file }.values.compactMap(\.birth)
    // In one order, so that the same keys lead to the same search.
    let near = known.sorted { $0.draws < $1.draws }
    guard
      let request = BirthRequest(
        chosen.row, in: survey, near: near, isExhaustive: isExhaustive)
    else { return }
    sought = SoughtBirth(weights: weights, isExhaustive: isExhaustive, request: request)
  }

  // Beside a tensor whose seed is known others may be found that were not before.
  private mutating func forgetFailures(in file: String) {
    births = births.filter { weights, state in
      if weights.file == file, case .unknown(isExhaustive: false) = state { false } else { true }
    }
  }

  // The program that gave one of Keras's initializers its seed may have given others theirs.
  private mutating func placeInitializers(in file: String) {
    let known = births.compactMap { weights, state in
      weights.file == file ? state.birth.map { (weights, $0) } : nil
    }
    for ((weights, _), birth) in zip(known, KerasProgramSearch.placed(known.map(\.1))) {
      births[weights] = .found(birth)
    }
  }

  /// The seed that words beside a file's tensor name, while it is not known.
  ///
  /// Known only when all tensors are read: what fits one depends on the others.
  var namedBirth: SoughtBirth? {
    guard let report = surveyReport, report.isComplete,
      let chosen = chosenTensor,
      births[chosen.weights] == nil, chosen.row.hasBits,
      let request = BirthRequest(chosen.row, in: report.survey)
    else { return nil }
    return SoughtBirth(weights: chosen.weights, isExhaustive: false, request: request)
  }

  /// The seed of the tensor on the screen, if it was found.
  var birth: Birth? {
    guard let chosen = chosenTensor else { return nil }
    if let birth = chosen.row.birth { return birth }
    guard let named = namedBirth, findings[Slot(.birth, .b)]?.job == Job(named.request) else {
      return nil
    }
    return birthReport?.birth
  }

  /// Takes what has come of the search, or why nothing does.
  mutating func takeBirth(_ finding: Finding) {
    guard let sought = sought ?? namedBirth, finding.isComplete else { return }
    if case .failure(let error) = finding.result {
      notice = .error(.of(error))
    } else {
      let report: BirthReport? = finding.report()
      births[sought.weights] =
        report?.birth.map(BirthState.found) ?? .unknown(isExhaustive: sought.isExhaustive)
      if report?.birth != nil {
        forgetFailures(in: sought.weights.file)
        placeInitializers(in: sought.weights.file)
      }
    }
    self.sought = nil
  }
}
