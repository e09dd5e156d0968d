internal import Background
internal import Initializers
package import WeightFiles

/// A file being read and judged.
package struct FileSurveyRun: ResumableWork {
  private var survey: FileSurvey
  // The tensor that is read, and how much of it.
  private var index = 0
  private var summary: TensorSummary?
  private var place = 0
  private var doneBytes = 0.0
  // The rows by the sums over their numbers.
  private var byDigest: [UInt64: [Int]] = [:]
  private var candidates: [Shape: [LawCandidate]] = [:]

  // Shapes whose candidates are kept; most models have far fewer.
  private static let keptShapes = 256

  private let claim: @Sendable (TensorEntry) -> LawClaim?

  /// Begins with a file.
  ///
  /// - Parameter claim: the law that a tensor is said to have; nil where none is.
  package init(
    _ file: TensorFile,
    claiming claim: @escaping @Sendable (TensorEntry) -> LawClaim? = { _ in nil }
  ) {
    survey = FileSurvey(file)
    self.claim = claim
  }

  /// Whether all tensors are judged.
  package var isFinished: Bool { index >= survey.rows.count }

  /// Nothing takes long.
  package var isUninterruptible: Bool { false }

  /// The bytes that will be read.
  package var byteCount: Int { survey.byteCount }

  /// The part of the bytes that is read, from 0 to 1.
  package var progress: Double { byteCount > 0 ? doneBytes / Double(byteCount) : 1 }

  /// What is known so far.
  package func snapshot() -> FileSurvey { survey }

  // A tenth of a second's, or less.
  private static let step = 1 << 24

  /// Reads on, and judges a tensor that is read.
  ///
  /// - Throws: `TensorFileError`.
  package mutating func advance() throws {
    guard !isFinished else { return }
    let entry = survey.rows[index].entry
    if entry.hasValues {
      let end = entry.isCompressed ? entry.count : min(entry.count, place + Self.step)
      let part = try TensorSummary(reading: entry, place..<end)
      if summary == nil { summary = part } else { summary?.merge(part) }
      if entry.count > 0 {
        doneBytes += Double(entry.byteCount) * Double(end - place) / Double(entry.count)
      }
      place = end
      guard place >= entry.count else { return }
      if let summary { try judge(summary) }
    }
    (index, place, summary) = (index + 1, 0, nil)
    // Biases wait for their weights.
    guard isFinished else { return }
    try survey.judgeBiases()
    try survey.doubtBits()
    survey.doubtChance()
  }
}

extension FileSurveyRun {
  private mutating func judge(_ summary: TensorSummary) throws {
    let entry = survey.rows[index].entry
    let finding = try finding(entry, summary)
    (survey.rows[index].verdict, survey.rows[index].standing) = (finding.verdict, finding.standing)
    if !finding.isDrawnWithoutSeed { survey.rows[index].twin = try twin(of: entry, summary) }
    let objection = try claim(entry)?.objection(entry, summary)
    if case .lattice(_, false)? = objection {
      survey.rows[index].doubt = objection?.phrase
    } else {
      survey.rows[index].objection = objection?.phrase
    }
    survey.rows[index].summary = survey.isOpenBias(index) ? summary : summary.withoutNumbers()
    byDigest[summary.digest, default: []].append(index)
  }

  private mutating func finding(
    _ entry: TensorEntry, _ summary: TensorSummary
  ) throws -> Attribution.Finding {
    guard let shape = try? Shape(entry.shape) else { return Attribution.Finding(.empty) }
    // Their weights, one by one, look normal.
    if let match = try DependentWeights.match(entry, summary, among: candidates(of: shape)) {
      return try Attribution.Finding([match], bitsOf: entry)
    }
    return try Attribution.verdict(on: entry, summary, candidates: candidates(of: shape))
  }

  private mutating func candidates(of shape: Shape) -> [LawCandidate] {
    if let known = candidates[shape] { return known }
    if candidates.count >= Self.keptShapes { candidates = [:] }
    let all = LawCandidate.all(of: shape)
    candidates[shape] = all
    return all
  }

  private func twin(of entry: TensorEntry, _ summary: TensorSummary) throws -> String? {
    // Many biases are zeros.
    guard summary.constant == nil, summary.count > 1 else { return nil }
    for place in byDigest[summary.digest] ?? [] {
      let other = survey.rows[place].entry
      let isSameMemory = other.file == entry.file && other.byteRange == entry.byteRange
      if isSameMemory || other.count != entry.count { continue }
      if try entry.hasNumbers(of: other) { return other.name }
    }
    return nil
  }
}

extension TensorEntry {
  // Number by number.
  fileprivate func hasNumbers(of other: TensorEntry) throws -> Bool {
    var isSame = true
    try forEachPair(with: other) { own, others in
      isSame = zip(own, others).allSatisfy { $0.bitPattern == $1.bitPattern }
      return isSame
    }
    return isSame
  }
}
