private import CKernels

extension FineHistogram {
  /// Adds a block of values.
  package mutating func add(_ block: UnsafeBufferPointer<Float>) {
    var skipped = 0
    FiniteChunks.forEach(in: block, origin: (grid.low + grid.high) / 2) { chunk in
      add(finite: chunk)
    } skipping: {
      skipped += $0
    }
    nonFinite += skipped
  }

  /// Adds a span of values.
  package mutating func add(_ block: Span<Float>) {
    block.withUnsafeBufferPointer { add($0) }
  }

  /// Adds a chunk of finite values.
  mutating func add(finite chunk: FiniteChunks.Chunk) {
    settledCounts = nil
    if chunk.moments.least == chunk.moments.greatest {
      tally.add(chunk.values.count, to: grid.slot(of: chunk.moments.least))
    } else if let estimate = grid.estimate {
      add(chunk.values, by: estimate)
    } else {
      for value in chunk.values { tally.add(1, to: grid.slot(of: value)) }
    }
  }

  /// Counts finite values: estimate the slot, and where that is in doubt ask the edge.
  private mutating func add(_ values: UnsafeBufferPointer<Float>, by estimate: SlotEstimate) {
    guard let base = values.baseAddress else { return }
    grid.thresholds.withUnsafeBufferPointer { thresholds in
      tally.withCounters(most: values.count) { counters in
        guard let edges = thresholds.baseAddress else { return }
        var grid = estimate.grid(edges)
        Kernels.best.count(base, values.count, &grid, counters)
      }
    }
  }

  /// Adds a chunk of values and sums their powers on the way; nil, with nothing added, if one is
  /// not finite or the cells are too narrow for single precision.
  mutating func add(
    _ values: UnsafeBufferPointer<Float>, summedAbout shift: Double
  ) -> PowerSums? {
    guard let estimate = grid.estimate, let base = values.baseAddress else { return nil }
    settledCounts = nil
    var sums: PowerSums?
    grid.thresholds.withUnsafeBufferPointer { thresholds in
      tally.withCounters(most: values.count) { counters in
        guard let edges = thresholds.baseAddress else { return }
        var grid = estimate.grid(edges)
        var found = measuring_sums()
        let areFinite = Kernels.best.measure(base, values.count, shift, &grid, counters, &found)
        if areFinite != 0 { sums = PowerSums(found) }
      }
    }
    return sums
  }
}
