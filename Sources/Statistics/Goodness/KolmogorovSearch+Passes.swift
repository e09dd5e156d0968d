private import Mathematics

extension KolmogorovSearch {
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
