internal import Initializers

/// How far a search goes.
struct SearchExtent: Sendable {
  /// The draws that are gone back from a state.
  var mostDraws: Int
  /// The numbers that are read in search of those that were left alone.
  var mostNumbers: Int
  /// Seeds of MT19937, and of Threefry, that are tried by a word of each.
  var twisterSeeds: Range<UInt64>
  var threefrySeeds: Range<UInt64>
  /// Seeds of Keras's initializers, of which those that it makes itself are below 10⁹ and one.
  var kerasSeeds: Range<UInt64>
  var kerasTwisterSeeds: Range<UInt64>
  /// Seeds that are drawn with, where there is no shorter way.
  var trialSeeds: Range<UInt64> = 0..<10_000
  /// Whether nothing is done but to walk along the streams of other tensors' seeds.
  var onlyWalks = false
  /// The draws that are looked at behind a tensor whose birth is known.
  var mostBehind = 1 << 24
  /// Whether seeds are tried at all, besides those that the numbers are solved for.
  var triesSeeds = true

  /// What takes about a second; the days of these years are below 2²⁵ as numbers.
  static let quick = SearchExtent(
    mostDraws: 10_000_000_000, mostNumbers: 1 << 26, twisterSeeds: 0..<1 << 25,
    threefrySeeds: 0..<1 << 26, kerasSeeds: 0..<1 << 30, kerasTwisterSeeds: 0..<1 << 20)
  /// The same without seeds, whose first numbers training leaves alone nowhere.
  static let solved = {
    var extent = quick
    extent.triesSeeds = false
    return extent
  }()
  /// Along the streams of other tensors.
  static let streams = {
    var extent = quick
    (extent.onlyWalks, extent.mostBehind) = (true, 1 << 20)
    return extent
  }()
  /// What there is.
  static let exhaustive = SearchExtent(
    mostDraws: 200_000_000_000, mostNumbers: .max, twisterSeeds: 0..<1 << 32,
    threefrySeeds: 0..<1 << 32, kerasSeeds: 0..<1 << 32, kerasTwisterSeeds: 0..<1 << 30)

  // Larger tensors of PyTorch tell their seeds without a search.
  private static let mostSearched = 4096

  /// What is to be tried, the cheapest first.
  func stages(_ hypotheses: [BirthHypothesis], _ companions: [Birth]) -> [any BirthStage] {
    if onlyWalks { return streams(hypotheses, companions) }
    let heads = hypotheses.compactMap { HeadStage($0, mostDraws: mostDraws) }
    let scattered = hypotheses.compactMap {
      ScatterStage($0, mostDraws: mostDraws, mostNumbers: mostNumbers)
    }
    guard triesSeeds else { return heads + scattered }
    let trials = hypotheses.compactMap { trial($0) }
    let searches = hypotheses.compactMap { search($0) }
    let others = hypotheses.flatMap { elsewhere($0) }
    return heads + streams(hypotheses, companions) + searches.filter(\.isQuick).map(\.stage)
      + trials + scattered + others
      + searches.filter { !$0.isQuick }.map(\.stage)
  }

  // Each seed once, as far as its tensors and some more.
  private func streams(
    _ hypotheses: [BirthHypothesis], _ companions: [Birth]
  ) -> [any BirthStage] {
    var ends: [Seed: Int] = [:]
    for birth in companions where birth.hypothesis.framework.drawsInSequence {
      let end = birth.draws + birth.hypothesis.shape.count + mostBehind
      ends[birth.seed] = max(ends[birth.seed] ?? 0, end)
    }
    let seeds = ends.sorted { $0.key.bits < $1.key.bits }
    return hypotheses.filter(isSearched).flatMap { hypothesis in
      seeds.compactMap { StreamStage(hypothesis, $0.key, draws: $0.value) }
    }
  }

  private func trial(_ hypothesis: BirthHypothesis) -> TrialStage? {
    switch hypothesis.framework.generator(Seed(0)) {
    case is JAXGenerator: nil
    case is MersenneTwister: isSearched(hypothesis) ? TrialStage(hypothesis, trialSeeds) : nil
    default: TrialStage(hypothesis, trialSeeds)
    }
  }

  private func isSearched(_ hypothesis: BirthHypothesis) -> Bool {
    // Numbers that were drawn again are known to no equation.
    if case .truncatedNormal? = hypothesis.draw {
      return hypothesis.shape.count < 2 * Self.mostSearched
    }
    return hypothesis.shape.count < Self.mostSearched
  }

  private func search(_ hypothesis: BirthHypothesis) -> (stage: any BirthStage, isQuick: Bool)? {
    switch hypothesis.framework.generator(Seed(0)) {
    case is JAXGenerator: return (threefry(hypothesis, at: 0), true)
    case is KerasTorchGenerator:
      return (SeedSearch(hypothesis, .twister, kerasTwisterSeeds, of: .initializer), false)
    case is MersenneTwister where isSearched(hypothesis):
      return (SeedSearch(hypothesis, .twister, twisterSeeds), false)
    default: return nil
    }
  }

  private func threefry(_ hypothesis: BirthHypothesis, at start: Int) -> any BirthStage {
    let isKeras = hypothesis.framework.isKeras
    return SeedSearch(
      hypothesis, .threefry(folds: hypothesis.keyFolds, isLeading: isKeras),
      isKeras ? kerasSeeds : threefrySeeds, of: isKeras ? .initializer : .program, at: start)
  }

  // By the first numbers of other rows, of which training may have left some alone.
  private func elsewhere(_ hypothesis: BirthHypothesis) -> [any BirthStage] {
    guard hypothesis.framework.generator(Seed(0)) is JAXGenerator else { return [] }
    let rows = hypothesis.shape.extents.first ?? 1
    let width = hypothesis.shape.count / max(1, rows)
    let places = Set([rows / 4, rows / 2, rows * 3 / 4, rows - 1]).filter { $0 > 0 }
    return places.sorted().map { threefry(hypothesis, at: $0 * width) }
  }
}
