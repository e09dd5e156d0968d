internal import CKernels
internal import Initializers
internal import Measurements
internal import Words

/// All seeds of a range, by one word of each; those that have the word of the tensor's numbers are held against
/// more of them.
struct SeedSearch: BirthStage {
  /// What makes a seed's word.
  enum Kernel: Hashable, Sendable {
    /// MT19937 seeded by 32 bits.
    case twister
    /// Threefry with a key of the seed, into which numbers are put; Keras has the seed in its first half.
    case threefry(folds: [UInt32], isLeading: Bool)

    // The seeds of a step, which takes some ten milliseconds.
    var stepSize: UInt64 { self == .twister ? 1 << 21 : 1 << 25 }
  }

  private let hypothesis: BirthHypothesis
  private let source: Birth.Source
  private let kernel: Kernel
  private let seeds: Range<UInt64>
  // The number that gives the clue.
  private let start: Int
  private var next: UInt64
  private var clue: SeedClue?
  private var match: HeadMatch?

  /// MT19937's words are made without a state up to this place.
  static let mostPlace = 226
  private static let room = 1 << 12

  /// Prepares to search a range of seeds.
  ///
  /// - Parameter start: a number that may be as it was drawn; of PyTorch's the first.
  init(
    _ hypothesis: BirthHypothesis, _ kernel: Kernel, _ seeds: Range<UInt64>,
    of source: Birth.Source = .program, at start: Int = 0
  ) {
    self.start = start
    (self.hypothesis, self.kernel, self.seeds, self.source) = (hypothesis, kernel, seeds, source)
    next = seeds.lowerBound
  }

  var progress: Double {
    seeds.isEmpty ? 1 : Double(next - seeds.lowerBound) / Double(seeds.count)
  }

  var phrase: Phrase { Phrase("birth.stage.seeds") }

  mutating func advance(_ numbers: TensorNumbers) throws(BirthError) -> StageStep {
    if match == nil {
      match = try HeadMatch(hypothesis, numbers, at: start)
      clue = clue(try numbers[start..<start + HeadMatch.size])
    }
    guard let match, let clue, next < seeds.upperBound else { return .over }
    let end = min(seeds.upperBound, next + kernel.stepSize)
    let found = self.found(next..<end, clue)
    next = end
    let needed = HeadMatch.needed(among: UInt64(seeds.count))
    var step = StageStep(isOver: next >= seeds.upperBound)
    for seed in found {
      let origin = Origin(
        hypothesis: hypothesis, seed: Seed(UInt64(seed)), source: source,
        draws: hypothesis.wordsBefore)
      guard match(origin) >= needed else { continue }
      step.origins += source == .initializer ? KerasProgram.origins(of: origin) : []
      step.origins.append(origin)
    }
    return step
  }

  private func clue(_ head: [Float]) -> SeedClue? {
    guard let first = head.first, let draw = hypothesis.draw else { return nil }
    switch kernel {
    case .twister:
      let clue = SeedClue.ofTwister(hypothesis, head, before: hypothesis.wordsBefore)
      return clue.flatMap { $0.place <= Self.mostPlace ? $0 : nil }
    case .threefry: return .ofThreefry(draw, first, at: start)
    }
  }

  // On as many threads as there are processors.
  private func found(_ range: Range<UInt64>, _ clue: SeedClue) -> [UInt32] {
    let loan = WorkerTeam.loan(for: range.count)
    let size = loan?.team.size ?? 1
    let share = (UInt64(range.count) + UInt64(size) - 1) / UInt64(size)
    var parts = [[UInt32]](repeating: [], count: size)
    parts.withUnsafeMutableBufferPointer { parts in
      nonisolated(unsafe) let parts = parts
      let work: @Sendable (Int) -> Void = { thread in
        let first = min(range.upperBound, range.lowerBound + share * UInt64(thread))
        parts[thread] = search(first..<min(range.upperBound, first + share), clue)
      }
      if let loan { loan.team.run(work) } else { work(0) }
    }
    return parts.flatMap(\.self)
  }

  private func search(_ range: Range<UInt64>, _ clue: SeedClue) -> [UInt32] {
    let table = ckernels_best().pointee.births
    return [UInt32](unsafeUninitializedCapacity: Self.room) { seeds, count in
      var request = births_range(
        first: range.lowerBound, count: UInt64(range.count), mask: clue.mask, low: clue.low,
        width: clue.width, seeds: seeds.baseAddress, room: Self.room)
      switch kernel {
      case .twister:
        count = min(Self.room, table.twister_seeds(&request, UInt32(clue.place)))
      case .threefry(let folds, let isLeading):
        count = min(
          Self.room,
          table.threefry_seeds(
            &request, isLeading ? 1 : 0, folds, folds.count, UInt64(clue.place)))
      }
    }
  }
}
