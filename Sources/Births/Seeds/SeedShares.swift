internal import Measurements

/// Ranges of seeds searched on as many threads as there are processors.
enum SeedShares {
  /// What is found in all parts of a range, in order.
  static func found(
    _ range: Range<UInt64>, by search: @escaping @Sendable (Range<UInt64>) -> [UInt32]
  ) -> [UInt32] {
    let loan = WorkerTeam.loan(for: range.count)
    let size = loan?.team.size ?? 1
    let share = (UInt64(range.count) + UInt64(size) - 1) / UInt64(size)
    var parts = [[UInt32]](repeating: [], count: size)
    parts.withUnsafeMutableBufferPointer { parts in
      nonisolated(unsafe) let parts = parts
      let work: @Sendable (Int) -> Void = { thread in
        let first = min(range.upperBound, range.lowerBound + share * UInt64(thread))
        parts[thread] = search(first..<min(range.upperBound, first + share))
      }
      if let loan { loan.team.run(work) } else { work(0) }
    }
    return parts.flatMap(\.self)
  }
}
