internal import CKernels
internal import Initializers
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
    /// Philox with a key that TensorFlow scrambles.
    case philox
    /// PCG64 with a state that NumPy mixes.
    case pcg64

    // The seeds of a step, which takes some ten milliseconds.
    var stepSize: UInt64 {
      switch self {
      case .twister, .pcg64: 1 << 21
      case .philox: 1 << 23
      case .threefry: 1 << 25
      }
    }
  }

  private let hypothesis: BirthHypothesis
  private let source: Birth.Source
  private let kernel: Kernel
  private let seeds: Range<UInt64>
  // The number that gives the clue.
  private let start: Int
  private var next: UInt64
  private var wanted: Wanted?
  private var match: HeadMatch?

  // What a seed's generator must give.
  private enum Wanted: Sendable {
    case bits(SeedClue)
    case first(Float)
  }

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
      wanted = wanted(try numbers[start..<start + HeadMatch.size])
    }
    guard let match, let wanted, next < seeds.upperBound else { return .over }
    let end = min(seeds.upperBound, next + kernel.stepSize)
    let search = self
    let found = SeedShares.found(next..<end) { search.found($0, wanted) }
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

  private func wanted(_ head: [Float]) -> Wanted? {
    guard let first = head.first, let draw = hypothesis.draw else { return nil }
    let clue: SeedClue?
    switch kernel {
    case .twister:
      clue = SeedClue.ofTwister(hypothesis, head, before: hypothesis.wordsBefore)
        .flatMap { $0.place <= Self.mostPlace ? $0 : nil }
    case .threefry: clue = .ofThreefry(draw, first, at: start)
    case .philox: clue = .ofPhilox(draw, head, at: start)
    case .pcg64: return .first(first)
    }
    return clue.map(Wanted.bits)
  }

  private func found(_ range: Range<UInt64>, _ wanted: Wanted) -> [UInt32] {
    let table = ckernels_best().pointee.births
    switch wanted {
    case .first(let number):
      guard let draw = hypothesis.draw else { return [] }
      return [UInt32](unsafeUninitializedCapacity: range.count) { seeds, count in
        count = PCG64Generator.find(range, drawing: draw, first: number, into: seeds)
      }
    case .bits(let clue):
      return [UInt32](unsafeUninitializedCapacity: Self.room) { seeds, count in
        var request = births_range(
          first: range.lowerBound, count: UInt64(range.count), mask: clue.mask, low: clue.low,
          width: clue.width, seeds: seeds.baseAddress, room: Self.room)
        let place = UInt64(clue.place)
        let found =
          switch kernel {
          case .twister: table.twister_seeds(&request, UInt32(clue.place))
          case .threefry(let folds, let isLeading):
            table.threefry_seeds(&request, isLeading ? 1 : 0, folds, folds.count, place)
          case .philox: table.philox_seeds(&request, place)
          case .pcg64: 0
          }
        count = min(Self.room, found)
      }
    }
  }
}
