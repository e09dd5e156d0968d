/// Counts of values by part, in 32 bits while they fit.
struct PartCounts {
  private var counts: [UInt32]
  private var folded: [Int] = []
  private var pending = 0

  /// Creates counts of zero.
  init(count: Int) {
    counts = [UInt32](repeating: 0, count: max(count, 1))
  }

  /// Calls `body` with counters that it may raise by `most` in total.
  @inline(__always)
  mutating func withCounters(
    most: Int, _ body: (UnsafeMutablePointer<UInt32>) -> Void
  ) {
    if pending > Int(UInt32.max) - most { fold() }
    pending += most
    counts.withUnsafeMutableBufferPointer { counters in
      guard let base = counters.baseAddress else { return }
      body(base)
    }
  }

  /// The number of values before each part, then of all.
  var cumulative: [Int] {
    var sum = 0
    var result: [Int] = []
    result.reserveCapacity(counts.count + 1)
    result.append(0)
    for (part, count) in counts.enumerated() {
      sum += Int(count) + (folded.isEmpty ? 0 : folded[part])
      result.append(sum)
    }
    return result
  }

  private mutating func fold() {
    if folded.isEmpty { folded = [Int](repeating: 0, count: counts.count) }
    for part in counts.indices {
      folded[part] += Int(counts[part])
      counts[part] = 0
    }
    pending = 0
  }
}
