internal import Initializers

/// The births of other tensors of a model, along whose streams a tensor may be.
package struct KnownBirths: Sendable {
  /// The births.
  let births: [Birth]
  /// The generators along their streams.
  let places: StreamPlaces

  // Where tensors end and begin, stream by stream.
  private var ends: [Stream: Set<Int>] = [:]
  private var starts: [Stream: Set<Int>] = [:]

  private struct Stream: Hashable {
    let framework: String
    let seed: Seed

    init(_ birth: Birth) {
      (framework, seed) = (birth.hypothesis.framework.name, birth.seed)
    }
  }

  // A layer further than that in Keras's order of seeds has others beside it.
  private static let nearSeeds = 64

  /// Takes births.
  ///
  /// - Parameter places: generators along their streams, which may be known already.
  package init(_ births: [Birth] = [], places: StreamPlaces = StreamPlaces()) {
    (self.births, self.places) = (births, places)
    for birth in births where birth.hypothesis.framework.drawsInSequence {
      ends[Stream(birth), default: []].insert(birth.end)
      starts[Stream(birth), default: []].insert(birth.draws)
    }
  }

  /// Whether none is known.
  var isEmpty: Bool { births.isEmpty }

  /// Where a tensor may begin that is drawn before or behind one of them: where no other one is.
  func origins(of hypothesis: BirthHypothesis) -> [Origin] {
    var known: Set<Origin> = []
    let words = hypothesis.recipe?.wordCount ?? 0
    for birth in births where birth.hypothesis.framework.name == hypothesis.framework.name {
      for draws in draws(beside: birth, hypothesis, words: words) {
        known.insert(
          Origin(hypothesis: hypothesis, seed: birth.seed, source: birth.source, draws: draws))
      }
    }
    return known.sorted { ($0.seed.bits, $0.draws) < ($1.seed.bits, $1.draws) }
  }

  private func draws(beside birth: Birth, _ hypothesis: BirthHypothesis, words: Int) -> [Int] {
    if hypothesis.framework.drawsInSequence {
      let isFollowed = starts[Stream(birth)]?.contains(birth.end) ?? false
      let follows = ends[Stream(birth)]?.contains(birth.draws) ?? false
      return [isFollowed ? nil : birth.end, follows ? nil : birth.draws - words]
        .compactMap(\.self).filter { $0 >= 0 }
    }
    if hypothesis.framework.isKeras, birth.source == .program {
      return Array(max(0, birth.draws - Self.nearSeeds)..<birth.draws + Self.nearSeeds)
    }
    return [birth.draws]
  }
}

extension Birth {
  /// Where in its stream the next tensor begins.
  fileprivate var end: Int { draws + (hypothesis.recipe?.wordCount ?? 0) }
}
