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
  /// The same of TensorFlow's and NumPy's generators, and by other numbers than the first, which takes longer.
  var kerasSlowSeeds: Range<UInt64>
  /// Seeds of JAX's keys that are split in a common way, and in one of many, or that a module takes.
  var commonSplitSeeds: Range<UInt64>
  var splitSeeds: Range<UInt64>
  /// Seeds that are drawn with, where there is no shorter way.
  var trialSeeds: Range<UInt64> = 0..<10_000
  /// Whether nothing is done but to walk along the streams of other tensors' seeds.
  var onlyWalks = false
  /// The draws that are looked at behind a tensor whose birth is known.
  var mostBehind = 1 << 20
  /// Whether seeds are tried at all, besides those that the numbers are solved for.
  var triesSeeds = true

  /// What takes about a second; the days of these years are below 2²⁵ as numbers.
  static let quick = SearchExtent(
    mostDraws: 10_000_000_000, mostNumbers: 1 << 26, twisterSeeds: 0..<1 << 25,
    threefrySeeds: 0..<1 << 26, kerasSeeds: 0..<1 << 30, kerasTwisterSeeds: 0..<1 << 20,
    kerasSlowSeeds: 0..<1 << 25, commonSplitSeeds: 0..<1 << 25, splitSeeds: 0..<1 << 17)
  /// The same without seeds, whose first numbers training leaves alone nowhere.
  static let solved = {
    var extent = quick
    extent.triesSeeds = false
    return extent
  }()
  /// Along the streams of other tensors.
  static let streams = {
    var extent = quick
    extent.onlyWalks = true
    return extent
  }()
  /// What there is.
  static let exhaustive = SearchExtent(
    mostDraws: 200_000_000_000, mostNumbers: .max, twisterSeeds: 0..<1 << 32,
    threefrySeeds: 0..<1 << 32, kerasSeeds: 0..<1 << 32, kerasTwisterSeeds: 0..<1 << 30,
    kerasSlowSeeds: 0..<1 << 32, commonSplitSeeds: 0..<1 << 32, splitSeeds: 0..<1 << 25)

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
    let distinct = distinctSeeds(hypotheses)
    let all = distinct.compactMap { search($0) }
    let others = distinct.flatMap { elsewhere($0) } + hypotheses.flatMap { split($0) }
    func searches(_ rank: SearchRank) -> [any BirthStage] {
      all.filter { $0.rank == rank }.map(\.stage)
    }
    return heads + streams(hypotheses, companions) + trials + searches(.quick) + scattered
      + searches(.some) + others + searches(.slow)
  }

  // How long it takes to try all seeds: a second, some, or half a minute and more.
  private enum SearchRank { case quick, some, slow }

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

  // An initializer's own seed is searched for once, wherever in a layer it stands.
  private func distinctSeeds(_ hypotheses: [BirthHypothesis]) -> [BirthHypothesis] {
    var known: Set<BirthHypothesis.Identity> = []
    return hypotheses.filter { hypothesis in
      guard hypothesis.framework.isKeras, var identity = hypothesis.identity else { return true }
      identity.seedsBefore = nil
      return known.insert(identity).inserted
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

  private func search(_ hypothesis: BirthHypothesis) -> (stage: any BirthStage, rank: SearchRank)? {
    switch hypothesis.framework.generator(Seed(0)) {
    case is JAXGenerator: return (threefry(hypothesis), .quick)
    case is PhiloxGenerator: return (philox(hypothesis, at: 0), .some)
    case is PCG64Generator:
      return (SeedSearch(hypothesis, .pcg64, kerasSlowSeeds, of: .initializer), .some)
    case is KerasTorchGenerator:
      return (SeedSearch(hypothesis, .twister, kerasTwisterSeeds, of: .initializer), .slow)
    case is MersenneTwister where isSearched(hypothesis):
      return (SeedSearch(hypothesis, .twister, twisterSeeds), .slow)
    default: return nil
    }
  }

  private func threefry(
    _ hypothesis: BirthHypothesis, _ seeds: Range<UInt64>? = nil, at start: Int = 0
  ) -> any BirthStage {
    let isKeras = hypothesis.framework.isKeras
    let whole = isKeras ? kerasSeeds : hypothesis.isOfModule ? splitSeeds : threefrySeeds
    return SeedSearch(
      hypothesis, .threefry(folds: hypothesis.keyFolds, isLeading: isKeras), seeds ?? whole,
      of: isKeras ? .initializer : .program, at: start)
  }

  // By keys that were split off before.
  private func split(_ hypothesis: BirthHypothesis) -> [any BirthStage] {
    guard hypothesis.framework.drawsWithKeys, hypothesis.splits.isEmpty else { return [] }
    if !hypothesis.keyFolds.isEmpty {
      return KeySplits.ofModels.map { threefry(hypothesis.splitting($0), splitSeeds) }
    }
    return KeySplits.common.map { threefry(hypothesis.splitting($0), commonSplitSeeds) }
      + KeySplits.others.map { threefry(hypothesis.splitting($0), splitSeeds) }
  }

  private func philox(_ hypothesis: BirthHypothesis, at start: Int) -> any BirthStage {
    let seeds = kerasSlowSeeds.clamped(to: 0..<UInt64(PhiloxGenerator.seedCount))
    return SeedSearch(hypothesis, .philox, seeds, of: .initializer, at: start)
  }

  // By other numbers than the first.
  private func elsewhere(_ hypothesis: BirthHypothesis) -> [any BirthStage] {
    switch hypothesis.framework.generator(Seed(0)) {
    case is JAXGenerator where !hypothesis.isOfModule:
      // Those of other rows, of which training may have left some alone.
      let rows = hypothesis.shape.extents.first ?? 1
      let width = hypothesis.shape.count / max(1, rows)
      let places = Set([rows / 4, rows / 2, rows * 3 / 4, rows - 1]).filter { $0 > 0 }
      let seeds = hypothesis.framework.isKeras ? kerasSlowSeeds : threefrySeeds
      return places.sorted().map { threefry(hypothesis, seeds, at: $0 * width) }
    case is PhiloxGenerator:
      // One group in ten has a number that lay outside and was drawn again.
      guard case .cutNormal? = hypothesis.draw, hypothesis.shape.count >= 8 else { return [] }
      return [philox(hypothesis, at: 4)]
    default: return []
    }
  }
}

extension Framework {
  /// Whether each tensor is drawn with a key of its own, that is made of one seed's.
  fileprivate var drawsWithKeys: Bool { !isKeras && generator(Seed(0)) is JAXGenerator }
}

extension BirthHypothesis {
  /// Whether a module is taken to have called an initializer of its own.
  fileprivate var isOfModule: Bool { if case .call = origin { !keyFolds.isEmpty } else { false } }
}
