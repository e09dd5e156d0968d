internal import Memory

/// Words in a row at a place of the stream.
struct WordRun: Sendable {
  /// The place of the first, counted from the tensor's first number.
  let place: Int
  let words: [KnownWord]

  /// The bits that are known.
  var bitCount: Int { words.reduce(0) { $0 + $1.mask.nonzeroBitCount } }
}

/// MT19937's state from words wherever they stand, by a dense system of equations.
struct StateSolving: Sendable {
  /// What came of it, once all is done; nil if there is no such state, or not enough to tell it.
  private(set) var state: TwisterState?
  private(set) var isFinished = false
  /// Whether the words are of no stream, known once all is done.
  private(set) var isContradictory = false

  private var runs: [WordRun]
  // What is added where the others do not tell enough.
  private let spare: [WordRun]
  private let start: Int
  private var next = 0
  private var equations: StreamEquations?
  private var elimination: Elimination?

  // What mostly tells all, and what words of one stretch do; what no more is taken of than.
  private static let bits = 27_000
  private static let bitsInARow = 36_000
  private static let mostBits = 60_000

  /// Prepares to solve.
  ///
  /// - Parameter runs: in their order, without overlaps; not empty.
  /// - Throws: `BirthError.noMemory`.
  init(_ runs: [WordRun]) throws(BirthError) {
    let longest = runs.map(\.words.count).max() ?? 0
    let wanted = longest > TwisterState.size ? Self.bitsInARow : Self.bits
    try self.init(Self.chosen(runs, wanted), spare: Self.chosen(runs, Self.mostBits))
  }

  private init(_ runs: [WordRun], spare: [WordRun]) throws(BirthError) {
    (self.runs, self.spare) = (runs, spare)
    start = runs.first?.place ?? 0
    let count = runs.reduce(0) { $0 + $1.bitCount }
    do throws(MemoryError) {
      try Memory.require(count * StreamEquations.rowWords * 8)
    } catch {
      throw .noMemory(error)
    }
    isFinished = count < StreamEquations.unknowns
    equations = StreamEquations(start: start, capacity: count)
  }

  // The longest, in their order, until they tell enough.
  private static func chosen(_ runs: [WordRun], _ wanted: Int) -> [WordRun] {
    var (chosen, bitCount) = ([WordRun](), 0)
    for run in runs.sorted(by: { $0.words.count > $1.words.count }) where bitCount < wanted {
      let perWord = max(1, run.bitCount / run.words.count)
      let words = Array(run.words.prefix((wanted - bitCount) / perWord + 1))
      chosen.append(WordRun(place: run.place, words: words))
      bitCount += chosen[chosen.count - 1].bitCount
    }
    return chosen.sorted { $0.place < $1.place }
  }

  var progress: Double {
    if isFinished { return 1 }
    if let elimination { return 0.2 + 0.8 * elimination.progress }
    return 0.2 * Double(next) / Double(runs.count)
  }

  /// Adds equations, or eliminates some unknowns.
  ///
  /// - Throws: `BirthError.noMemory`.
  mutating func advance() throws(BirthError) {
    guard !isFinished else { return }
    if next < runs.count {
      // Lone words are as quick as others in company.
      let end = min(runs.count, next + 16)
      for run in runs[next..<end] { equations?.add(run.words, at: run.place) }
      next = end
    } else if let all = equations.take() {
      elimination = Elimination(all)
    } else {
      elimination?.advance()
      if elimination?.isFinished == true { try conclude() }
    }
  }

  private mutating func conclude() throws(BirthError) {
    guard let elimination = elimination.take() else { return }
    isFinished = true
    isContradictory = elimination.isContradictory
    guard !isContradictory else { return }
    if elimination.rank == StreamEquations.unknowns {
      state = elimination.state(at: start)
    } else if spare.count > runs.count || spare.last?.words.count != runs.last?.words.count {
      // Words at even distances tell less than others.
      self = try StateSolving(spare, spare: spare)
    }
  }
}
