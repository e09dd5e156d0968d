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
    let parts = min(count, other.count)
    other.withEach { others, theirs in
      withCounters { counters, carries in
        for part in 0..<parts {
          let sum = counters[part] &+ others[part]
          carries[part] &+= theirs[part] &+ (sum < others[part] ? 1 : 0)
          counters[part] = sum
        }
      }
    }
  }

  /// Returns the count of several parts together.
  func total(of parts: Range<Int>) -> Int {
    let parts = parts.clamped(to: 0..<count)
    return withEach { counters, carries in
      var (sum, carried) = (0, 0 as UInt64)
      for part in parts {
        sum &+= Int(counters[part])
        carried &+= carries[part]
      }
      return sum + Int(truncatingIfNeeded: carried << 8)
    }
  }

  /// The number of values before each part, then of all.
  var cumulative: [Int] {
    [Int](unsafeUninitializedCapacity: count + 1) { result, written in
      withEach { counters, carries in
        var sum = 0
        result[0] = 0
        for part in 0..<count {
          sum &+= Int(truncatingIfNeeded: carries[part] << 8) &+ Int(counters[part])
          result[part &+ 1] = sum
        }
      }
      written = count + 1
    }
  }

  // Without the checks that keep a loop over millions of counters from going by vectors.
  @inline(__always)
  private func withEach<Result>(
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt64>) -> Result
  ) -> Result {
    counters.withUnsafeBufferPointer { counters in
      carries.withUnsafeBufferPointer { carries in body(counters, carries) }
    }
  }
}

extension PartCounts: Equatable {
  /// Two are equal if their counts are.
  static func == (left: PartCounts, right: PartCounts) -> Bool {
    left.counters == right.counters && left.carries == right.carries
  }
}
