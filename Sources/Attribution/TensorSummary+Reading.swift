internal import Measurements
package import WeightFiles

extension TensorSummary {
  /// Reads some of a tensor, much of it with all processors.
  ///
  /// - Throws: `TensorFileError`.
  package init(reading entry: TensorEntry, _ range: Range<Int>) throws {
    guard !entry.isCompressed, let loan = WorkerTeam.loan(for: range.count) else {
      self.init(shape: entry.shape)
      try add(entry, range)
      return
    }
    let size = loan.team.size
    let share = range.count / size
    var parts = [Result<TensorSummary, any Error>](
      repeating: .success(TensorSummary(shape: entry.shape)), count: size)
    parts.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let parts = buffer
      loan.team.run { thread in
        let start = range.lowerBound + share * thread
        let end = thread + 1 == size ? range.upperBound : start + share
        parts[thread] = Result {
          var part = TensorSummary(shape: entry.shape)
          try part.add(entry, start..<end)
          return part
        }
      }
    }
    self = try parts[0].get()
    for part in parts.dropFirst() { merge(try part.get()) }
  }

  private mutating func add(_ entry: TensorEntry, _ range: Range<Int>) throws {
    var place = range.lowerBound
    try entry.forEachChunk(range) { block in
      add(block, at: place)
      place += block.count
    }
  }
}
