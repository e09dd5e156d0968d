private import CStatistics

extension FineHistogram {
  /// Adds a block of values.
  public mutating func add(_ block: UnsafeBufferPointer<Float>) {
    var skipped = 0
    FiniteChunks.forEach(in: block, origin: (grid.low + grid.high) / 2) { chunk in
      add(finite: chunk)
    } skipping: {
      skipped += $0
    }
    nonFinite += skipped
  }

  /// Adds a span of values.
  public mutating func add(_ block: Span<Float>) {
    block.withUnsafeBufferPointer { add($0) }
  }

  /// Adds a chunk of finite values.
  mutating func add(finite chunk: FiniteChunks.Chunk) {
    if chunk.moments.least == chunk.moments.greatest {
      slots[grid.slot(of: chunk.moments.least)] += chunk.values.count
    } else if let estimate = grid.estimate {
      add(chunk.values, by: estimate)
    } else {
      for value in chunk.values { slots[grid.slot(of: value)] += 1 }
    }
  }

  /// Counts finite values: estimate the slot, and where that is in doubt ask the edge.
  private mutating func add(_ values: UnsafeBufferPointer<Float>, by estimate: SlotEstimate) {
    guard let base = values.baseAddress else { return }
    grid.thresholds.withUnsafeBufferPointer { thresholds in
      slots.withUnsafeMutableBufferPointer { slots in
        guard let edges = thresholds.baseAddress, let counts = slots.baseAddress else { return }
        var grid = estimate.grid(edges)
        Kernels.best.count(base, values.count, &grid, counts)
      }
    }
  }

  /// Adds a chunk of values and sums their powers on the way; nil, with nothing added, if one is
  /// not finite or the cells are too narrow for single precision.
  mutating func add(
    _ values: UnsafeBufferPointer<Float>, summedAbout shift: Double
  ) -> PowerSums? {
    guard let estimate = grid.estimate, let base = values.baseAddress else { return nil }
    return grid.thresholds.withUnsafeBufferPointer { thresholds in
      slots.withUnsafeMutableBufferPointer { slots in
        guard let edges = thresholds.baseAddress, let counts = slots.baseAddress else { return nil }
        var grid = estimate.grid(edges)
        var sums = cstatistics_sums()
        let areFinite = Kernels.best.measure(base, values.count, shift, &grid, counts, &sums)
        return areFinite != 0 ? PowerSums(sums) : nil
      }
    }
  }
}
