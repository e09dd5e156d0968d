private import Mathematics

extension KolmogorovSearch {
  /// A run of parts whose values are counted.
  struct Run {
    var parts: Range<Int>
    var candidate: Candidate
  }

  /// Keeps of the parts of candidates those that may hold the greatest distance.
  mutating func narrow(_ count: CandidateCount) {
    let runs = count.candidates.indices.map { index in
      let candidate = count.candidates[index]
      let parts = (candidate.span >> Int(count.shifts[index])) + 1
      return Run(parts: count.starts[index]..<(count.starts[index] + parts), candidate: candidate)
    }
    narrow(runs, count.counts.cumulative) { run, part in
      // Parts are of one width, but for the last.
      let candidate = run.candidate
      let shift = candidate.shift(most: run.parts.count)
      let places = (part + 1 - run.parts.lowerBound) << shift
      return Int32(truncatingIfNeeded: Int(candidate.low) + min(places - 1, candidate.span))
    }
  }

  /// Keeps of runs' parts those that may hold the greatest distance.
  ///
  /// - Parameter end: the place of the greatest float in a part of a run, or below the run if the part
  ///   holds none.
  mutating func narrow(
    _ runs: [Run], _ cumulative: [Int], _ end: (_ run: Run, _ part: Int) -> Int32
  ) {
    let others = candidates
    let most = limits.candidates + others.count
    var leaf = 1
    while true {
      candidates = others
      let isCoarsest = runs.allSatisfy { $0.parts.count <= leaf }
      for run in runs where isCoarsest || candidates.count <= most {
        halve(run.candidate, run.parts, leaf: leaf, cumulative) { end(run, $0) }
      }
      if isCoarsest || candidates.count <= most { return }
      // Too many to hold: coarser ones will do, because another pass follows.
      leaf *= 8
    }
  }

  /// Bounds a run of parts and, where it may hold the greatest distance, each half of it.
  private mutating func halve(
    _ run: Candidate, _ parts: Range<Int>, leaf: Int, _ cumulative: [Int],
    _ end: (Int) -> Int32
  ) {
    guard run.count > 0, run.bound >= known - Self.slack else { return }
    guard parts.count > leaf, run.low < run.high else { return admit(run) }
    let middle = parts.lowerBound + parts.count / 2
    let place = end(middle - 1)
    // Parts narrower than the gaps between floats hold none.
    if place < run.low {
      return halve(run, middle..<parts.upperBound, leaf: leaf, cumulative, end)
    }
    if place >= run.high {
      return halve(run, parts.lowerBound..<middle, leaf: leaf, cumulative, end)
    }
    let count = cumulative[middle] - cumulative[parts.lowerBound]
    let (lower, upper) = split(run, after: count, at: place)
    halve(lower, parts.lowerBound..<middle, leaf: leaf, cumulative, end)
    halve(upper, middle..<parts.upperBound, leaf: leaf, cumulative, end)
  }

  /// Cuts a run of floats in two after the float at a place, which ends its first `count` values.
  mutating func split(
    _ run: Candidate, after count: Int, at place: Int32
  ) -> (Candidate, Candidate) {
    let n = Double(total)
    let between = run.before + count
    let value = distribution(Double(Float(ordinal: place)))
    known = max(known, abs(Double(between) / n - value))
    var (lower, upper) = (run, run)
    (lower.count, lower.right, lower.high) = (count, value, place)
    (upper.before, upper.count, upper.left) = (between, run.count - count, value)
    upper.low = place + 1
    lower.bound = bound(lower)
    upper.bound = bound(upper)
    return (lower, upper)
  }

  /// The most that |Fₙ − F| can be in a run of floats.
  ///
  /// A little more, for distribution functions that rise but for rounding.
  func bound(_ run: Candidate) -> Double {
    let n = Double(total)
    return max(
      Double(run.before + run.count) / n - run.left, run.right - Double(run.before) / n)
      + Self.slack
  }

  /// Takes a run of floats as a candidate; if it is a single float, its distance is known.
  mutating func admit(_ run: Candidate) {
    guard run.low == run.high else { return candidates.append(run) }
    compare(run.low, before: run.before, count: run.count)
  }

  /// Compares one value as the definition says: Fₙ steps there from C/n up to (C + count)/n.
  mutating func compare(_ place: Int32, before: Int, count: Int) {
    let n = Double(total)
    let x = Double(Float(ordinal: place))
    let below = distribution(x.nextDown) - Double(before) / n
    let above = Double(before + count) / n - distribution(x)
    let distance = max(below, above)
    // Of equal distances the leftmost, in whatever order they are looked at.
    if distance > best || (distance == best && x < location) {
      best = distance
      location = x
      isAbove = above >= below
    }
    known = max(known, best)
  }

  /// Compares the values kept, the most promising first.
  mutating func compare(_ kept: KeptValues) {
    let (values, starts) = kept.inOrder()
    let order = kept.candidates.indices.sorted {
      kept.candidates[$0].bound > kept.candidates[$1].bound
    }
    values.withUnsafeBufferPointer { values in
      for index in order {
        let candidate = kept.candidates[index]
        guard candidate.bound >= known - Self.slack else { break }
        refine(
          UnsafeBufferPointer(rebasing: values[starts[index]..<starts[index + 1]]), candidate)
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
