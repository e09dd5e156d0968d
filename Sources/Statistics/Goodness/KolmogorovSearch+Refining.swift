extension KolmogorovSearch {
  /// Returns D, from the values collected.
  public func finish() -> KolmogorovSmirnov {
    // The collected values side by side, candidate by candidate: a counting sort.
    var starts = [Int](repeating: 0, count: candidates.count + 1)
    for owner in owners { starts[Int(owner) + 1] += 1 }
    for index in candidates.indices { starts[index + 1] += starts[index] }
    var next = starts
    var grouped = [Float](repeating: 0, count: values.count)
    for (value, owner) in zip(values, owners) {
      grouped[next[Int(owner)]] = value
      next[Int(owner)] += 1
    }
    var best = 0.0
    var known = bracket.lowerBound
    for (place, candidate) in candidates.enumerated() {
      guard candidate.bound >= known - 1e-14 else { break }
      grouped.withUnsafeMutableBufferPointer {
        let part = UnsafeMutableBufferPointer(rebasing: $0[starts[place]..<starts[place + 1]])
        refine(part, candidate, &best, &known, depth: 0)
      }
    }
    return KolmogorovSmirnov(count: total, statistic: best)
  }

  /// Looks into one slot: bounds its parts as slots were bounded, down to a few values.
  private func refine(
    _ values: UnsafeMutableBufferPointer<Float>, _ slot: Candidate, _ best: inout Double,
    _ known: inout Double, depth: Int
  ) {
    let width = slot.highEdge - slot.lowEdge
    guard values.count > 24, depth < 4, width.isFinite, width > 0 else {
      return measure(values, before: slot.before, &best, &known)
    }
    let parts = 8
    let n = Double(total)
    var (before, left, lowEdge) = (slot.before, slot.left, slot.lowEdge)
    var rest = values
    for part in 1...parts where rest.count > 0 {
      let isLast = part == parts
      let end = isLast ? slot.highEdge : slot.lowEdge + width * Double(part) / Double(parts)
      let right = isLast ? slot.right : distribution(end)
      let count = isLast ? rest.count : Self.partition(rest, upTo: end)
      let after = before + count
      if !isLast { known = max(known, abs(Double(after) / n - right)) }
      let bound = max(Double(after) / n - left, right - Double(before) / n) + 1e-14
      if count > 0, bound >= known - 1e-14 {
        refine(
          UnsafeMutableBufferPointer(rebasing: rest[..<count]),
          Candidate(
            before: before, count: count, left: left, right: right, lowEdge: lowEdge,
            highEdge: end, bound: bound), &best, &known, depth: depth + 1)
      }
      rest = UnsafeMutableBufferPointer(rebasing: rest[count...])
      (before, left, lowEdge) = (after, right, end)
    }
  }

  /// Moves the values up to `end` to the front and returns their number.
  private static func partition(
    _ values: UnsafeMutableBufferPointer<Float>, upTo end: Double
  ) -> Int {
    var count = 0
    for index in values.indices {
      let value = values[index]
      values[index] = values[count]
      values[count] = value
      count += Double(value) <= end ? 1 : 0
    }
    return count
  }

  /// Compares each distinct value as the definition says: Fₙ steps from (i − 1)/n up to i/n.
  private func measure(
    _ values: UnsafeMutableBufferPointer<Float>, before: Int, _ best: inout Double,
    _ known: inout Double
  ) {
    var values = values
    values.sort()
    let n = Double(total)
    var index = 0
    while index < values.count {
      let value = values[index]
      let below = before + index
      repeat { index += 1 } while index < values.count && values[index] == value
      let x = Double(value)
      best = max(best, distribution(x.nextDown) - Double(below) / n)
      best = max(best, Double(before + index) / n - distribution(x))
    }
    known = max(known, best)
  }
}
