private import Mathematics

/// A search for the exact Kolmogorov–Smirnov distance in further passes over a sample's blocks.
///
/// The cells of a histogram bound the distance inside them, and cells that cannot exceed the best
/// distance known are never looked into. While the others hold too many values to be kept, a pass
/// counts them in finer parts, which are bounded alike; the last pass keeps and compares values.
/// Memory is bounded: it does not grow with the sample.
package struct KolmogorovSearch {
  let distribution: (Double) -> Double
  let total: Int
  let limits: Limits

  /// A distance that D reaches for certain, and the greatest at a value looked at.
  var known = 0.0
  var best = 0.0

  /// The value with that distance, and whether the sample's function is the higher one there.
  var location = Double.infinity
  var isAbove = false

  /// Where the greatest distance may be, in order.
  var candidates: [Candidate] = []

  /// What the pass under way does, one of three, and the candidates it leaves for later.
  var rangeCount: RangeCount?
  var candidateCount: CandidateCount?
  var keptValues: KeptValues?
  var waiting: [Candidate] = []

  /// How much is held at a time.
  struct Limits {
    /// Values kept.
    var values = 1 << 17
    /// Values kept without having been counted in finer parts.
    var uncounted = 1 << 15
    /// Candidates, and counters.
    var candidates = 1 << 15
    var counters = 1 << 20
    /// Candidates that are looked into first when all at once lead nowhere.
    var first = 1 << 9
  }

  /// Bounds the deviation in every slot; nil for a histogram without values.
  package init?(histogram: FineHistogram, distribution: @escaping (Double) -> Double) {
    self.init(histogram: histogram, limits: Limits(), distribution: distribution)
  }

  init?(
    histogram: FineHistogram, limits: Limits, distribution: @escaping (Double) -> Double
  ) {
    let total = histogram.total
    guard total > 0 else { return nil }
    self.total = total
    self.limits = limits
    self.distribution = {
      let probability = distribution($0)
      return probability >= 0 ? min(probability, 1) : 0
    }
    let (first, last) = (Float.finiteOrdinals.lowerBound, Float.finiteOrdinals.upperBound)
    let n = Double(total)
    var all: [Candidate] = []
    all.reserveCapacity(histogram.slots.count)
    var lower = 0.0
    var (before, left, low) = (0, 0.0, first)
    for (slot, count) in histogram.slots.enumerated() {
      // A slot ends with the last float below the next one's.
      let isLast = slot >= histogram.grid.thresholds.count
      let high = isLast ? last : max(histogram.grid.thresholds[slot].ordinal - 1, first)
      let right = isLast ? 1 : self.distribution(Double(Float(ordinal: high)))
      let after = before + count
      lower = max(lower, abs(Double(after) / n - right))
      let bound = max(Double(after) / n - left, right - Double(before) / n) + Self.slack
      if count > 0 {
        all.append(
          Candidate(
            before: before, count: count, left: left, right: right, low: min(low, high),
            high: high, bound: bound))
      }
      (before, left, low) = (after, right, high < last ? high + 1 : last)
    }
    known = lower
    for candidate in all where candidate.bound >= known - Self.slack { admit(candidate) }
    beginFirstPass(of: histogram)
  }

  /// More than rounding can make a rising distribution function fall.
  static var slack: Double { 1e-14 }
}

extension KolmogorovSearch {
  /// Whether D is known and no pass is wanted.
  package var isFinished: Bool {
    rangeCount == nil && candidateCount == nil && keptValues == nil
  }

  /// Whether no other pass follows the one under way.
  package var isLastPass: Bool { isFinished || (keptValues != nil && waiting.isEmpty) }

  /// D, once it is known.
  package var result: KolmogorovSmirnov? {
    isFinished
      ? KolmogorovSmirnov(count: total, statistic: best, location: location, isAbove: isAbove) : nil
  }

  /// Looks at a block of the pass under way.
  ///
  /// The blocks of every pass must together hold the sample whose histogram was given.
  package mutating func add(_ block: UnsafeBufferPointer<Float>) {
    rangeCount?.add(block)
    candidateCount?.add(block)
    keptValues?.add(block)
  }

  /// Ends a pass over all blocks and begins the next, if one is wanted.
  package mutating func endPass() {
    guard !isFinished else { return }
    let before = valueCount(candidates)
    if let count = rangeCount {
      rangeCount = nil
      candidates = []
      narrow(count)
    } else if let count = candidateCount {
      candidateCount = nil
      candidates = waiting
      narrow(count)
    } else if let kept = keptValues {
      keptValues = nil
      candidates = waiting
      compare(kept)
    }
    beginPass(isStalled: valueCount(candidates) > before / 2)
  }

  /// Counts in equal parts of one range, which is quick, unless few values are in question.
  mutating func beginFirstPass(of histogram: FineHistogram) {
    guard valueCount(candidates) > limits.uncounted, let cut = rangeCut(histogram.grid) else {
      return beginPass(isStalled: false)
    }
    rangeCount = RangeCount(cut, isFinite: histogram.nonFinite == 0)
  }

  /// A cut whose parts have small fractions of the distance known where values are densest.
  private func rangeCut(_ grid: UniformGrid) -> RangeCut? {
    guard let first = candidates.first, let last = candidates.last, first.low < last.high,
      first.low > Float.finiteOrdinals.lowerBound, last.high < Float.finiteOrdinals.upperBound
    else { return nil }
    let width = Double(Float(ordinal: last.high)) - Double(Float(ordinal: first.low))
    let densest = Double(candidates.reduce(0) { $0 > $1.count ? $0 : $1.count })
    let wanted = densest / (Double(total) * max(known, 1e-12)) * width / grid.cellWidth
    let parts = min(max(wanted * Self.fineness, Self.fewestParts), Double(limits.counters))
    return parts.isFinite ? RangeCut(first.low...last.high, innerParts: Int(clamping: parts)) : nil
  }

  /// Chooses what the next pass does.
  private mutating func beginPass(isStalled: Bool) {
    candidates.removeAll { $0.bound < known - Self.slack }
    waiting = []
    guard !candidates.isEmpty else { return }
    var chosen = candidates
    if isStalled, valueCount(candidates) > limits.values {
      // So many are alike that each pass settles only the most promising.
      let byBound = candidates.sorted { $0.bound > $1.bound }
      chosen = Array(byBound.prefix(limits.first))
      waiting = Array(byBound.dropFirst(limits.first))
    }
    chosen.sort { $0.low < $1.low }
    if valueCount(chosen) <= limits.values {
      keptValues = KeptValues(chosen)
    } else {
      candidateCount = CandidateCount(
        chosen, total: total, known: known, counters: limits.counters)
    }
  }

  /// So many that repeated values are told apart soon.
  private static var fewestParts: Double { 0x1p14 }

  /// How many parts have the distance known as their mass together.
  private static var fineness: Double { 16 }

  private func valueCount(_ candidates: [Candidate]) -> Int {
    candidates.reduce(0) { $0 + $1.count }
  }
}
