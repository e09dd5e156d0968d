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
      add(chunk.values.count, equalTo: chunk.moments.least)
    } else if let estimate = grid.estimate {
      guard let base = chunk.values.baseAddress else { return }
      withKernelCounters(estimate) { grid, parts, counters, carries in
        Kernels.best.count(base, chunk.values.count, grid, parts, counters, carries)
      }
    } else {
      for value in chunk.values { add(1, equalTo: value) }
    }
  }

  private mutating func add(_ count: Int, equalTo value: Float) {
    tally.add(count, to: counter(grid.slot(of: value), of: value))
  }

  /// Adds a chunk of values and sums their powers on the way; nil, with nothing added, if one is
  /// not finite or the cells are too narrow for single precision.
  mutating func add(
    _ values: UnsafeBufferPointer<Float>, summedAbout shift: Double
  ) -> PowerSums? {
    guard let estimate = grid.estimate, let base = values.baseAddress else { return nil }
    settledCounts = nil
    var sums: PowerSums?
    withKernelCounters(estimate) { grid, parts, counters, carries in
      var found = measuring_sums()
      let areFinite = Kernels.best.measure(
        base, values.count, shift, grid, parts, counters, carries, &found)
      if areFinite != 0 { sums = PowerSums(found) }
    }
    return sums
  }

  // The slot is estimated, and where that is in doubt the edge is asked.
  private mutating func withKernelCounters(
    _ estimate: SlotEstimate,
    _ body: (
      UnsafePointer<measuring_grid>, UnsafePointer<measuring_parts>, UnsafeMutablePointer<UInt8>,
      UnsafeMutablePointer<UInt64>
    ) -> Void
  ) {
    grid.thresholds.withUnsafeBufferPointer { thresholds in
      guard let edges = thresholds.baseAddress else { return }
      var grid = estimate.grid(edges)
      var parts = partition?.kernel ?? measuring_parts()
      tally.withCounters { counters, carries in body(&grid, &parts, counters, carries) }
    }
  }
}
