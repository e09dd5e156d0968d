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

  private let runs: [WordRun]
  private let start: Int
  private var next = 0
  private var equations: StreamEquations?
  private var elimination: Elimination?

  /// Prepares to solve.
  ///
  /// - Parameter runs: in their order, without overlaps; not empty.
  /// - Throws: `BirthError.noMemory`.
  init(_ runs: [WordRun]) throws(BirthError) {
    self.runs = runs
    start = runs[0].place
    let count = runs.reduce(0) { $0 + $1.bitCount }
    do throws(MemoryError) {
      try Memory.require(count * StreamEquations.rowWords * 8)
    } catch {
      throw .noMemory(error)
    }
    isFinished = count < StreamEquations.unknowns
    equations = StreamEquations(start: start, capacity: count)
  }

  var progress: Double {
    if isFinished { return 1 }
    if let elimination { return 0.2 + 0.8 * elimination.progress }
    return 0.2 * Double(next) / Double(runs.count)
  }

  mutating func advance() {
    guard !isFinished else { return }
    if next < runs.count {
      equations?.add(runs[next].words, at: runs[next].place)
      next += 1
    } else if let all = equations.take() {
      elimination = Elimination(all)
    } else {
      elimination?.advance()
      guard let elimination, elimination.isFinished else { return }
      isFinished = true
      isContradictory = elimination.isContradictory
      if !isContradictory, elimination.rank == StreamEquations.unknowns {
        state = elimination.state(at: start)
      }
      self.elimination = nil
    }
  }
}
