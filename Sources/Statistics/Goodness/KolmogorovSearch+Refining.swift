extension KolmogorovSearch {
  /// Returns D, from the values collected.
  public func finish() -> KolmogorovSmirnov {
    var best = 0.0
    var known = bracket.lowerBound
    values.withUnsafeBufferPointer { values in
      for (start, candidate) in zip(starts, candidates) {
        guard candidate.bound >= known - Self.slack else { break }
        refine(
          UnsafeBufferPointer(rebasing: values[start..<(start + candidate.count)]), candidate,
          &best, &known, depth: 0)
      }
    }
    return KolmogorovSmirnov(count: total, statistic: best)
  }

  /// Looks into one slot: cuts it into parts and bounds them as slots were bounded, until few
  /// values are left.
  private func refine(
    _ values: UnsafeBufferPointer<Float>, _ slot: Candidate, _ best: inout Double,
    _ known: inout Double, depth: Int
  ) {
    let n = Double(total)
    // Parts an eighth of D tall are told apart well enough to leave nearly all of them out.
    let wanted = Double(values.count) / n * 8 / max(known, 1e-9)
    guard values.count > 24, depth < 6,
      let cut = IntervalCut(
        low: slot.lowEdge, high: slot.highEdge, parts: Int(min(max(wanted + 1, 4), 64)))
    else { return measure(values, before: slot.before, &best, &known) }
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 4 * cut.parts) { counts in
      cut.count(values, into: counts)
      var worth: [(part: Int, Candidate)] = []
      var (before, left, lowEdge) = (slot.before, slot.left, slot.lowEdge)
      for (part, count) in counts[..<cut.parts].enumerated() where count > 0 {
        // The part after the last value of a slot ends with it.
        let isLast = before + count == slot.before + values.count
        let end = isLast ? slot.highEdge : cut.end(of: part)
        let right = isLast ? slot.right : distribution(end)
        let after = before + count
        known = max(known, abs(Double(after) / n - right))
        let bound = max(Double(after) / n - left, right - Double(before) / n) + Self.slack
        if bound >= known - Self.slack {
          worth.append(
            (
              part,
              Candidate(
                before: before, count: count, left: left, right: right, lowEdge: lowEdge,
                highEdge: end, bound: bound)
            ))
        }
        (before, left, lowEdge) = (after, right, end)
      }
      for (part, candidate) in worth where candidate.bound >= known - Self.slack {
        withUnsafeTemporaryAllocation(of: Float.self, capacity: candidate.count) { scratch in
          var kept = 0
          for value in values where cut.part(of: value) == part {
            scratch.initializeElement(at: kept, to: value)
            kept += 1
          }
          refine(UnsafeBufferPointer(scratch), candidate, &best, &known, depth: depth + 1)
        }
      }
    }
  }

  /// Compares each distinct value as the definition says: Fₙ steps from (i − 1)/n up to i/n.
  private func measure(
    _ values: UnsafeBufferPointer<Float>, before: Int, _ best: inout Double,
    _ known: inout Double
  ) {
    let sorted = values.sorted()
    let n = Double(total)
    var index = 0
    while index < sorted.count {
      let value = sorted[index]
      let below = before + index
      repeat { index += 1 } while index < sorted.count && sorted[index] == value
      let x = Double(value)
      best = max(best, distribution(x.nextDown) - Double(below) / n)
      best = max(best, Double(before + index) / n - distribution(x))
    }
    known = max(known, best)
  }

  /// More than rounding can make a rising distribution function fall.
  static var slack: Double { 1e-14 }
}
