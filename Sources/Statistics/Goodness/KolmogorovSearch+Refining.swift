private import Mathematics

extension KolmogorovSearch {
  /// Compares the values kept, the most promising first.
  mutating func compare(_ kept: KeptValues) {
    let order = kept.candidates.indices.sorted {
      kept.candidates[$0].bound > kept.candidates[$1].bound
    }
    kept.values.withUnsafeBufferPointer { values in
      for index in order {
        let candidate = kept.candidates[index]
        guard candidate.bound >= known - Self.slack else { break }
        let start = kept.starts[index]
        refine(UnsafeBufferPointer(rebasing: values[start..<(start + candidate.count)]), candidate)
      }
    }
  }

  /// Looks into one run of floats: cuts it into parts and bounds them, until few values are left.
  private mutating func refine(_ values: UnsafeBufferPointer<Float>, _ run: Candidate) {
    guard values.count > 24, run.low < run.high else { return measure(values, run) }
    // Parts an eighth of D tall are told apart well enough to leave nearly all of them out.
    let wanted = Double(values.count) / Double(total) * 8 / max(known, 1e-12)
    let shift = run.shift(most: Int(clamping: min(max(wanted + 1, 4), 64)))
    let parts = (run.span >> shift) + 1
    func partNumber(_ value: Float) -> Int {
      min(max((Int(value.ordinal) - Int(run.low)) >> shift, 0), parts - 1)
    }
    withUnsafeTemporaryAllocation(of: Int.self, capacity: parts) { counts in
      counts.initialize(repeating: 0)
      for value in values { counts[partNumber(value)] += 1 }
      var worth: [(part: Int, Candidate)] = []
      var rest = run
      for (part, count) in counts.enumerated() where count > 0 {
        let start = Int(run.low) + part << shift
        let end = min(start + (1 << shift) - 1, Int(run.high))
        rest.low = Int32(truncatingIfNeeded: start)
        // What F is at the run's end will do for the last part.
        if count == rest.count {
          rest.high = Int32(truncatingIfNeeded: end)
          rest.bound = bound(rest)
          worth.append((part, rest))
          break
        }
        let (lower, upper) = split(rest, after: count, at: Int32(truncatingIfNeeded: end))
        if lower.bound >= known - Self.slack { worth.append((part, lower)) }
        rest = upper
      }
      for (part, run) in worth where run.bound >= known - Self.slack {
        withUnsafeTemporaryAllocation(of: Float.self, capacity: run.count) { scratch in
          var kept = 0
          for value in values where partNumber(value) == part {
            scratch.initializeElement(at: kept, to: value)
            kept += 1
          }
          refine(UnsafeBufferPointer(scratch), run)
        }
      }
    }
  }

  private mutating func measure(_ values: UnsafeBufferPointer<Float>, _ run: Candidate) {
    let sorted = values.sorted()
    var index = 0
    while index < sorted.count {
      let (value, first) = (sorted[index], index)
      repeat { index += 1 } while index < sorted.count && sorted[index] == value
      compare(value.ordinal, before: run.before + first, count: index - first)
    }
  }
}
