/// Counts of values by part, in 32 bits while they fit.
///
/// A counter raised twice in a row must wait for itself. With a lane for every second value,
/// counters of one part lying side by side, repeated values wait half as long.
struct PartCounts: Sendable {
  /// The number of parts, and of counters each has.
  let count: Int
  let lanes: Int

  private var counters: [UInt32]
  private var folded: [Int] = []
  private var pending = 0

  /// Creates counts of zero.
  init(count: Int, lanes: Int = 1) {
    self.count = max(count, 1)
    self.lanes = max(lanes, 1)
    counters = [UInt32](repeating: 0, count: self.count * self.lanes)
  }

  /// Calls `body` with counters, part · lanes + lane, that it may raise by `most` in total.
  @inline(__always)
  mutating func withCounters(most: Int, _ body: (UnsafeMutablePointer<UInt32>) -> Void) {
    if pending > Int(UInt32.max) - most { fold() }
    pending += most
    counters.withUnsafeMutableBufferPointer { counters in
      guard let base = counters.baseAddress else { return }
      body(base)
    }
  }

  /// Raises the count of a part.
  mutating func add(_ number: Int, to part: Int) {
    if folded.isEmpty { folded = [Int](repeating: 0, count: count) }
    folded[part] += number
  }

  /// Returns the count of a part.
  func total(of part: Int) -> Int {
    var sum = folded.isEmpty ? 0 : folded[part]
    for lane in 0..<lanes { sum += Int(counters[part * lanes + lane]) }
    return sum
  }

  /// The count of each part.
  var totals: [Int] { (0..<count).map(total(of:)) }

  /// The number of values before each part, then of all.
  var cumulative: [Int] {
    var sum = 0
    var result: [Int] = []
    result.reserveCapacity(count + 1)
    result.append(0)
    for part in 0..<count {
      sum += total(of: part)
      result.append(sum)
    }
    return result
  }

  private mutating func fold() {
    folded = totals
    counters.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    pending = 0
  }
}

extension PartCounts: Equatable {
  /// Two are equal if their counts are, whichever lanes these are in.
  static func == (left: PartCounts, right: PartCounts) -> Bool { left.totals == right.totals }
}
