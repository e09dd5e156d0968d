/// Counts of values by part: counters of eight bits, which stay in a near cache, and what they carry.
struct PartCounts: Sendable {
  private var counters: [UInt8]
  private var carries: [UInt64]

  /// Creates counts of zero.
  init(count: Int) {
    counters = [UInt8](repeating: 0, count: max(count, 1))
    carries = [UInt64](repeating: 0, count: max(count, 1))
  }

  /// The number of parts.
  var count: Int { counters.count }

  /// Calls `body` with the counters and their carries.
  @inline(__always)
  mutating func withCounters(
    _ body: (_ counters: UnsafeMutablePointer<UInt8>, _ carries: UnsafeMutablePointer<UInt64>) ->
      Void
  ) {
    counters.withUnsafeMutableBufferPointer { counters in
      carries.withUnsafeMutableBufferPointer { carries in
        guard let counters = counters.baseAddress, let carries = carries.baseAddress else { return }
        body(counters, carries)
      }
    }
  }

  /// Raises the count of a part.
  mutating func add(_ number: Int, to part: Int) {
    let sum = Int(counters[part]) + number
    counters[part] = UInt8(truncatingIfNeeded: sum)
    carries[part] += UInt64(truncatingIfNeeded: sum >> 8)
  }

  /// Adds other counts of the same parts.
  mutating func merge(_ other: PartCounts) {
    for part in counters.indices {
      let (sum, isOverflow) = counters[part].addingReportingOverflow(other.counters[part])
      counters[part] = sum
      carries[part] += other.carries[part] + (isOverflow ? 1 : 0)
    }
  }

  /// Returns the count of a part.
  func total(of part: Int) -> Int {
    Int(truncatingIfNeeded: carries[part] << 8) + Int(counters[part])
  }

  /// The number of values before each part, then of all.
  var cumulative: [Int] {
    [Int](unsafeUninitializedCapacity: count + 1) { result, written in
      var sum = 0
      result[0] = 0
      for part in 0..<count {
        sum += total(of: part)
        result[part + 1] = sum
      }
      written = count + 1
    }
  }
}

extension PartCounts: Equatable {
  /// Two are equal if their counts are.
  static func == (left: PartCounts, right: PartCounts) -> Bool {
    left.counters == right.counters && left.carries == right.carries
  }
}
