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

  /// What each who sees some of the sample does in the pass under way; nil when D is known.
  package var pass: KolmogorovPass?

  /// The candidates that the pass under way leaves for later.
  var waiting: [Candidate] = []

  /// How much is held at a time.
  struct Limits {
    /// Values kept.
    var values = 1 << 23
    /// Candidates, and counters.
    var candidates = 1 << 17
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
    let cumulative = histogram.cumulativeCounts
    // A slot ends with the last float below the next one's.
    let ends = histogram.grid.thresholds.map { max($0.ordinal - 1, first) } + [last]
    let values = ends.map { $0 == last ? 1 : self.distribution(Double(Float(ordinal: $0))) }
    for (after, value) in zip(cumulative, values) {
      known = max(known, abs(Double(after) / n - value))
    }
    var runs: [Run] = []
    var (before, left, low) = (0, 0.0, first)
    for (slot, after) in cumulative.enumerated() {
      let (high, right) = (ends[slot], values[slot])
      var run = Candidate(
        before: before, count: after - before, left: left, right: right, low: min(low, high),
        high: high, bound: 0)
      run.bound = bound(run)
      if run.count > 0, run.bound >= known - Self.slack {
        runs.append(Run(parts: histogram.counters(of: slot), candidate: run))
      }
      (before, left, low) = (after, right, high < last ? high + 1 : last)
    }
    if let partition = histogram.partition {
      let ends = FloatPartition.Ends(partition)
      narrow(runs, histogram.tally.cumulative) { run, counter in
        let candidate = run.candidate
        // A counter's number less the slot's is the part's.
        let slot = run.parts.lowerBound - partition.part(of: Float(ordinal: candidate.low))
        return ends.place(of: counter - slot, from: candidate.low, to: candidate.high)
      }
    } else {
      for run in runs { admit(run.candidate) }
    }
    beginPass(isStalled: false)
  }

  /// More than rounding can make a rising distribution function fall.
  static var slack: Double { 1e-14 }
}

extension KolmogorovSearch {
  /// Whether D is known and no pass is wanted.
  package var isFinished: Bool { pass == nil }

  /// Whether no other pass follows the one under way.
  package var isLastPass: Bool {
    guard let pass else { return true }
    return pass.kept != nil && waiting.isEmpty
  }

  /// D, once it is known.
  package var result: KolmogorovSmirnov? {
    isFinished
      ? KolmogorovSmirnov(count: total, statistic: best, location: location, isAbove: isAbove) : nil
  }

  /// Where D is for certain, the tighter with every pass.
  ///
  /// No less than the greatest distance found, and no more than what a candidate can still hide.
  package var bracket: KolmogorovBracket {
    let most = candidates.reduce(known) { max($0, $1.bound) }
    return KolmogorovBracket(count: total, statistic: known...most)
  }

  /// Ends a pass and begins the next, if one is wanted.
  ///
  /// - Parameter parts: the pass as all have left it who saw some of the sample; their blocks must
  ///   together hold the sample whose histogram was given.
  package mutating func endPass(_ parts: [KolmogorovPass]) {
    guard !isFinished else { return }
    let before = valueCount(candidates)
    candidates = waiting
    let found = KolmogorovPass.merged(parts)
    if let count = found?.count { narrow(count) }
    if let kept = found?.kept { compare(kept) }
    beginPass(isStalled: valueCount(candidates) > before / 2)
  }

  /// Chooses what the next pass does.
  private mutating func beginPass(isStalled: Bool) {
    candidates.removeAll { $0.bound < known - Self.slack }
    (waiting, pass) = ([], nil)
    guard !candidates.isEmpty else { return }
    var chosen = candidates
    if isStalled, valueCount(candidates) > limits.values {
      // So many are alike that each pass settles only the most promising.
      let byBound = candidates.sorted { $0.bound > $1.bound }
      chosen = Array(byBound.prefix(limits.first))
      waiting = Array(byBound.dropFirst(limits.first))
    }
    chosen.sort { $0.low < $1.low }
    pass =
      valueCount(chosen) <= limits.values
      ? KolmogorovPass(kept: KeptValues(chosen, total: total))
      : KolmogorovPass(
        count: CandidateCount(chosen, total: total, known: known, counters: limits.counters))
  }

  private func valueCount(_ candidates: [Candidate]) -> Int {
    candidates.reduce(0) { $0 + $1.count }
  }
}

/// One pass over a sample in search of its greatest distance, as one thread sees it.
package struct KolmogorovPass: Sendable {
  /// Values are counted in finer parts, or else kept.
  var count: CandidateCount?
  var kept: KeptValues?

  /// Looks at a block.
  package mutating func add(_ block: UnsafeBufferPointer<Float>) {
    count?.add(block)
    kept?.add(block)
  }

  /// What all have found together.
  static func merged(_ parts: [KolmogorovPass]) -> KolmogorovPass? {
    guard var all = parts.first else { return nil }
    for part in parts.dropFirst() {
      if let count = part.count { all.count?.counts.merge(count.counts) }
      if let kept = part.kept { all.kept?.merge(kept) }
    }
    return all
  }
}
