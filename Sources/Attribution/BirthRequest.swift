internal import Background
package import Births
internal import Initializers
internal import WeightFiles

/// What is asked of a tensor's birth.
package struct BirthRequest: Request {
  private let row: FileSurvey.Row
  private let survey: FileSurvey
  private let index: Int
  private let births: [Birth]
  private let isExhaustive: Bool

  /// Asks for a tensor's seed and its place in the stream.
  ///
  /// - Parameters:
  ///   - row: the tensor, of the survey.
  ///   - births: those of other tensors of the file, whose seeds are tried first.
  ///   - isExhaustive: whether all seeds are searched where a tensor is too small for algebra.
  package init?(
    _ row: FileSurvey.Row, in survey: FileSurvey, near births: [Birth] = [],
    isExhaustive: Bool = false
  ) {
    guard let index = survey.rows.firstIndex(where: { $0.entry.isSame(as: row.entry) }) else {
      return nil
    }
    (self.row, self.births, self.isExhaustive) = (row, births, isExhaustive)
    (self.survey, self.index) = (survey, index)
  }

  /// Begins to search.
  package func begin() throws(BirthError) -> TensorBirthRun {
    TensorBirthRun(index, of: survey, near: births, isExhaustive: isExhaustive)
  }

  /// Whether both ask for the birth of one tensor.
  package static func == (left: BirthRequest, right: BirthRequest) -> Bool {
    left.row.entry.isSame(as: right.row.entry) && left.isExhaustive == right.isExhaustive
  }

  /// Hashes what `==` compares.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(row.entry.name)
    hasher.combine(row.entry.revision)
    hasher.combine(isExhaustive)
  }
}

/// The search for one tensor's birth: of a few numbers those of large neighbours are looked for first, which
/// are found sooner and make its own likely.
package struct TensorBirthRun: ResumableWork {
  private let survey: FileSurvey
  private let index: Int
  private let isExhaustive: Bool
  private var births: [Birth]
  // The large ones that are still to be searched, the next one last.
  private var neighbours: [Int]
  private var search: (row: Int, run: BirthSearch)?

  // If these have no seed that is quickly found, others have none.
  private static let mostNeighbours = 2

  init(_ index: Int, of survey: FileSurvey, near births: [Birth], isExhaustive: Bool) {
    (self.survey, self.index, self.births) = (survey, index, births)
    self.isExhaustive = isExhaustive
    let isSmall = survey.rows[index].entry.count < Attribution.leastCount
    let large = survey.rows.indices.filter {
      survey.rows[$0].hasBits && survey.rows[$0].entry.count >= Attribution.leastCount
    }
    neighbours =
      isSmall && births.isEmpty
      ? large.sorted { survey.rows[$0].entry.count < survey.rows[$1].entry.count }
        .suffix(Self.mostNeighbours) : []
  }

  /// Whether the tensor's birth is found, or nothing is left to try.
  package var isFinished: Bool {
    if let search { search.row == index && search.run.isFinished } else { false }
  }

  /// No step takes long.
  package var isUninterruptible: Bool { false }

  /// What is known so far of the tensor itself.
  package func snapshot() -> BirthReport {
    guard let search, search.row == index else { return .beside }
    return search.run.snapshot()
  }

  /// Searches on.
  ///
  /// - Throws: `BirthError`.
  package mutating func advance() throws(BirthError) {
    guard !isFinished else { return }
    guard let row = search?.row, var run = search?.run else { return beginNext() }
    search = nil
    try run.advance()
    search = (row, run)
    guard run.isFinished, row != index else { return }
    if let birth = run.snapshot().birth {
      births.append(birth)
      neighbours = []
    }
    beginNext()
  }

  // Not before: requests are made, and compared, at every look at what is to be done.
  private mutating func beginNext() {
    let next = neighbours.popLast() ?? index
    let isWhole = isExhaustive && next == index
    search = (next, survey.birthSearch(of: next, near: births, isExhaustive: isWhole))
  }
}

/// The births of a file's tensors being searched for, one after another, the large ones first: what is known of
/// one makes its neighbours' places likely.
package struct FileBirthRun: ResumableWork {
  private var survey: FileSurvey
  // The rows still to be searched, the next one last.
  private var waiting: [Int]
  private var search: (row: Int, run: BirthSearch)?
  // Whether only the neighbours of what was found are tried, and what was found since.
  private var isSecondRound = false
  private var hasNews = false
  // The program of Keras's initializers being searched for, once all tensors are done.
  private var program: KerasProgramSearch?
  private var isPlaced = false
  private let places = StreamPlaces()
  private let total: Int
  private let hasLargeRows: Bool
  private let isExhaustive: Bool

  /// Begins with a file that is read.
  ///
  /// - Parameter isExhaustive: whether all seeds are searched where a tensor is too small for algebra.
  package init(_ survey: FileSurvey, isExhaustive: Bool = false) {
    self.survey = survey
    self.isExhaustive = isExhaustive
    waiting = survey.rows.indices.filter {
      survey.rows[$0].hasBits && survey.rows[$0].birth == nil
    }
    .sorted { survey.rows[$0].entry.count < survey.rows[$1].entry.count }
    total = max(1, waiting.count)
    hasLargeRows = waiting.contains { survey.rows[$0].entry.count >= Attribution.leastCount }
  }

  /// Whether nothing is left to try.
  package var isFinished: Bool { search == nil && waiting.isEmpty && program == nil }

  /// No step takes long.
  package var isUninterruptible: Bool { false }

  /// The part of the tensors that is done, from 0 to 1.
  package var progress: Double {
    if isFinished { return 1 }
    if let program { return program.progress }
    if isSecondRound { return 0.99 }
    let under = search.map { $0.run.snapshot().progress - 1 } ?? 0
    return 0.99 * (Double(total - waiting.count) + under) / Double(total)
  }

  /// What is known so far.
  package func snapshot() -> FileSurvey { survey }

  /// Searches on.
  ///
  /// - Throws: `BirthError`.
  package mutating func advance() throws(BirthError) {
    if var program {
      program.advance()
      self.program = program.isFinished ? nil : program
      if program.isFinished { take(program.result) }
    } else if let row = search?.row, var run = search?.run {
      search = nil
      try run.advance()
      guard run.isFinished else { return search = (row, run) }
      if let birth = run.snapshot().birth {
        survey.rows[row].birth = birth
        hasNews = true
      }
    } else if let row = waiting.popLast() {
      search = (row, begin(row))
    }
    if isFinished, hasNews { beginSecondRound() }
    if isFinished, program == nil, !isPlaced { placeInitializers() }
  }

  // What Keras's initializers were given by a program, whose seed several of theirs tell.
  private mutating func placeInitializers() {
    isPlaced = true
    take(KerasProgramSearch.placed(survey.rows.compactMap(\.birth)))
    program = KerasProgramSearch(
      survey.rows.compactMap(\.birth), isExhaustive: isExhaustive)
  }

  private mutating func take(_ births: [Birth]) {
    let rows = survey.rows.indices.filter { survey.rows[$0].birth != nil }
    for (row, birth) in zip(rows, births) { survey.rows[row].birth = birth }
  }

  private func begin(_ index: Int) -> BirthSearch {
    let row = survey.rows[index]
    let births = survey.rows.compactMap(\.birth)
    // Of a few numbers beside many the neighbours tell, or a minute's search.
    let isSmall = row.entry.count < Attribution.leastCount && hasLargeRows && !isExhaustive
    guard isSecondRound || isSmall else {
      return survey.birthSearch(of: index, near: births, places, isExhaustive: isExhaustive)
    }
    let hypotheses = survey.hypotheses(of: index, near: births, isExhaustive: isExhaustive)
    return BirthSearch(
      count: row.entry.count, numbers: row.entry.numbers, hypotheses: hypotheses.all,
      besideOthers: hypotheses.besideOthers, onlyNear: KnownBirths(births, places: places),
      alongStreams: isSecondRound && row.hasLaw)
  }

  // A tensor's neighbours may have been found after it.
  private mutating func beginSecondRound() {
    (isSecondRound, hasNews) = (true, false)
    waiting = survey.rows.indices.filter {
      survey.rows[$0].hasBits && survey.rows[$0].birth == nil
    }
  }
}

extension FileSurvey {
  /// The search for a tensor's birth among all that may have drawn it.
  fileprivate func birthSearch(
    of index: Int, near births: [Birth], _ places: StreamPlaces = StreamPlaces(),
    isExhaustive: Bool
  ) -> BirthSearch {
    let row = rows[index]
    let hypotheses = hypotheses(of: index, near: births, isExhaustive: isExhaustive)
    return BirthSearch(
      count: row.entry.count, numbers: row.entry.numbers, hypotheses: hypotheses.all,
      besideOthers: hypotheses.besideOthers, isTrained: row.isTrained, exhaustive: isExhaustive,
      companions: KnownBirths(births, places: places))
  }
}

extension FileSurvey.Row {
  // One whose hypotheses are few.
  fileprivate var hasLaw: Bool { if case .consistent? = verdict { true } else { false } }

  var isTrained: Bool { if case .trained? = verdict { true } else { false } }

  /// Whether its numbers have the bits that a generator gave them, more than one may have by chance.
  package var hasBits: Bool {
    guard entry.type == .float32, entry.count > 1 else { return false }
    switch verdict {
    case .constant, .empty, nil: return false
    case .broken, .tooFew, .consistent, .trained: return true
    }
  }
}

extension TensorEntry {
  /// Reads some of the numbers.
  package var numbers: @Sendable (Range<Int>) throws -> [Float] {
    { range in
      var numbers = [Float](repeating: 0, count: range.count)
      try numbers.withUnsafeMutableBufferPointer { buffer throws in
        try read(from: range.lowerBound, into: buffer)
      }
      return numbers
    }
  }
}
