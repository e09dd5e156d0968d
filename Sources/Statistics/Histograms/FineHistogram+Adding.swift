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
      tally.add(chunk.values.count, to: grid.slot(of: chunk.moments.least))
    } else if let estimate = grid.estimate {
      add(chunk.values, by: estimate)
    } else {
      for value in chunk.values { tally.add(1, to: grid.slot(of: value)) }
    }
  }

  /// Counts finite values: estimate the slot, then settle against the one edge in doubt.
  private mutating func add(_ values: UnsafeBufferPointer<Float>, by estimate: SlotEstimate) {
    guard let base = values.baseAddress else { return }
    let raw = UnsafeRawPointer(base)
    grid.thresholds.withUnsafeBufferPointer { thresholds in
      tally.withCounters(most: values.count) { counters in
        guard let edges = thresholds.baseAddress else { return }
        @inline(__always)
        func count(_ value: Float, _ slot: Int, lane: Int = 0) {
          counters[2 &* slot &+ (value >= edges[slot] ? 2 : 0) &+ lane] &+= 1
        }
        var index = 0
        while index &+ 4 <= values.count {
          let x = raw.loadUnaligned(fromByteOffset: index &* 4, as: SIMD4<Float>.self)
          let slots = estimate.slots(of: x)
          count(base[index], slots.0)
          count(base[index &+ 1], slots.1, lane: 1)
          count(base[index &+ 2], slots.2)
          count(base[index &+ 3], slots.3, lane: 1)
          index &+= 4
        }
        while index < values.count {
          count(base[index], estimate.slot(of: base[index]))
          index &+= 1
        }
      }
    }
  }
}
