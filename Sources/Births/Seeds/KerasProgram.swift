internal import Initializers

/// Keras's seeds of a program, which give each initializer one of its own.
enum KerasProgram {
  /// The seeds that are tried for one initializer's; among more an accident would be likely, since it has 10⁹
  /// values.
  static let seeds: Range<UInt64> = 0..<10_000
  /// The initializers' seeds that are looked at.
  static let mostDraws = 32

  /// The programs' seeds that give an initializer its seed.
  static func origins(of origin: Origin) -> [Origin] {
    guard origin.seed.bits <= 1_000_000_000 else { return [] }
    let wanted = UInt32(truncatingIfNeeded: origin.seed.bits)
    for seed in seeds {
      var own = KerasSeeds(seed: Seed(seed))
      for draws in 0..<mostDraws where own.next() == wanted {
        return [
          Origin(
            hypothesis: origin.hypothesis, seed: Seed(seed), source: .program, draws: draws)
        ]
      }
    }
    return []
  }
}

/// The search for the seed of a program of Keras's that gave several initializers theirs.
///
/// One initializer's seed is one of 10⁹, so that many programs give it by chance; two in one stream, few.
package struct KerasProgramSearch: Sendable {
  private let births: [Birth]
  private let wanted: Set<UInt32>
  private let first: [UInt32]
  private let range: Range<UInt64>
  private var next: UInt64
  private var found: (seed: UInt64, places: [UInt32: Int])?

  // Seeds that are looked for with every program, in the first words of its stream.
  private static let mostWanted = 4
  private static let words = 128
  // What is looked through once a program is likely.
  private static let mostPlaces = 4096
  // About a hundredth of a second.
  private static let stepSize: UInt64 = 1 << 17
  /// The days of these years, and all smaller ones.
  static let dates: Range<UInt64> = 0..<1 << 25
  // Programs that may be expected to fit as well by chance.
  private static let mostAccidents = 1e-5

  /// Prepares to search; nil unless two initializers' seeds are known that a program may have given.
  ///
  /// - Parameter isExhaustive: whether all seeds of 32 bits are tried, which takes minutes; else those that
  ///   may be a date.
  package init?(_ births: [Birth], isExhaustive: Bool) {
    self.init(births, in: isExhaustive ? 0..<1 << 32 : Self.dates)
  }

  init?(_ births: [Birth], in range: Range<UInt64>) {
    var known: Set<UInt32> = []
    let seeds = births.filter(\.mayBeOfProgram).map(\.seed.low)
      .filter { known.insert($0).inserted }
    guard seeds.count >= 2 else { return nil }
    (self.births, self.range, wanted) = (births, range, known)
    first = Array(seeds.prefix(Self.mostWanted))
    next = range.lowerBound
  }

  /// Whether nothing is left to try.
  package var isFinished: Bool { found != nil || next >= range.upperBound }

  /// The part that is done, from 0 to 1.
  package var progress: Double {
    isFinished ? 1 : Double(next - range.lowerBound) / Double(range.count)
  }

  /// Tries some more seeds.
  package mutating func advance() {
    guard !isFinished else { return }
    let end = min(range.upperBound, next + Self.stepSize)
    let (first, wanted) = (first, wanted)
    let programs = SeedShares.found(next..<end) {
      KerasSeeds.programs(in: $0, making: first, words: Self.words)
    }
    next = end
    for program in programs where found == nil {
      let places = KerasSeeds(seed: Seed(UInt64(program))).places(of: wanted, in: Self.mostPlaces)
      if isNoAccident(places.values.sorted()) { found = (UInt64(program), places) }
    }
  }

  // Whether the nearest places, two or more of them, hold too many of the seeds for chance.
  private func isNoAccident(_ places: [Int]) -> Bool {
    var combinations = Double(wanted.count)
    return places.indices.dropFirst().contains { index in
      // So many of all, within so many draws.
      combinations *= Double(wanted.count - index) / Double(index + 1)
      let chance = Double(places[index] + 1) / 1e9
      let accidents =
        Double(range.count) * combinations * (0...index).reduce(1) { all, _ in all * chance }
      return accidents <= Self.mostAccidents
    }
  }

  /// Births with those of initializers told by the programs of others that gave them their seeds.
  package static func placed(_ births: [Birth]) -> [Birth] {
    let wanted = Set(births.filter(\.mayBeOfProgram).map(\.seed.low))
    let programs = Set(births.filter(\.isOfProgram).map(\.seed))
    guard !wanted.isEmpty, !programs.isEmpty else { return births }
    let known = programs.sorted { $0.bits < $1.bits }
      .map { ($0, KerasSeeds(seed: $0).places(of: wanted, in: mostPlaces)) }
    return placed(births, in: known)
  }

  /// The births with those that the program's seed explains told by it.
  package var result: [Birth] {
    Self.placed(births, in: found.map { [(Seed($0.seed), $0.places)] } ?? [])
  }

  // By the first of some programs that gave an initializer its seed.
  private static func placed(
    _ births: [Birth], in programs: [(seed: Seed, places: [UInt32: Int])]
  ) -> [Birth] {
    births.map { birth in
      guard birth.mayBeOfProgram else { return birth }
      for program in programs {
        if let draws = program.places[birth.seed.low] {
          return birth.of(program: program.seed, draws: draws)
        }
      }
      return birth
    }
  }
}

extension KerasSeeds {
  // Where among the first so many each of some stands.
  fileprivate func places(of wanted: Set<UInt32>, in count: Int) -> [UInt32: Int] {
    var (seeds, places) = (self, [UInt32: Int]())
    for place in 0..<count {
      let seed = seeds.next()
      if wanted.contains(seed), places[seed] == nil { places[seed] = place }
    }
    return places
  }
}

extension Birth {
  // A seed that was given by a program is from 1 to 10⁹.
  fileprivate var mayBeOfProgram: Bool {
    hypothesis.framework.isKeras && source == .initializer
      && (1...1_000_000_000).contains(seed.bits)
  }

  fileprivate var isOfProgram: Bool { hypothesis.framework.isKeras && source == .program }

  // The same by the seed of the program.
  fileprivate func of(program seed: Seed, draws: Int) -> Birth {
    Birth(
      hypothesis: hypothesis, seed: seed, source: .program, draws: draws, intact: intact,
      distance: distance, correlation: correlation)
  }
}

extension Seed {
  fileprivate var low: UInt32 { UInt32(truncatingIfNeeded: bits) }
}
