extension KolmogorovSearch {
  /// Collects the values of a block that lie in slots worth looking into.
  ///
  /// The blocks collected must together hold the sample whose histogram was given.
  public mutating func collect(_ block: UnsafeBufferPointer<Float>) {
    guard let base = block.baseAddress, !candidates.isEmpty else { return }
    let size = FiniteChunks.size
    withUnsafeTemporaryAllocation(of: Float.self, capacity: size + 4) { scratch in
      guard let kept = scratch.baseAddress else { return }
      var start = 0
      while start < block.count {
        let chunk = UnsafeBufferPointer(
          start: base + start, count: min(size, block.count - start))
        let count = sift(chunk, into: kept)
        for index in 0..<count {
          let value = kept[index]
          let slot = exactSlot(of: value)
          if value.isFinite, places[slot] >= 0 {
            values.append(value)
            owners.append(places[slot])
          }
        }
        start += size
      }
    }
  }

  /// Copies the values whose estimated slots are worth a closer look, without a branch on them.
  private func sift(
    _ chunk: UnsafeBufferPointer<Float>, into kept: UnsafeMutablePointer<Float>
  ) -> Int {
    guard let estimate = grid.estimate, let base = chunk.baseAddress else {
      for index in chunk.indices { kept[index] = chunk[index] }
      return chunk.count
    }
    let raw = UnsafeRawPointer(base)
    var count = 0
    nearby.withUnsafeBufferPointer { nearby in
      guard let flags = nearby.baseAddress else { return }
      var index = 0
      while index &+ 4 <= chunk.count {
        let x = raw.loadUnaligned(fromByteOffset: index &* 4, as: SIMD4<Float>.self)
        let slots = estimate.slots(of: x)
        let pairs = unsafeBitCast(slots, to: SIMD2<UInt64>.self)
        kept[count] = base[index]
        count &+= flags[Int(pairs.x & 0xFFFF_FFFF)] ? 1 : 0
        kept[count] = base[index &+ 1]
        count &+= flags[Int(pairs.x &>> 32)] ? 1 : 0
        kept[count] = base[index &+ 2]
        count &+= flags[Int(pairs.y & 0xFFFF_FFFF)] ? 1 : 0
        kept[count] = base[index &+ 3]
        count &+= flags[Int(pairs.y &>> 32)] ? 1 : 0
        index &+= 4
      }
      while index < chunk.count {
        kept[count] = base[index]
        count &+= flags[estimate.slot(of: base[index])] ? 1 : 0
        index &+= 1
      }
    }
    return count
  }

  private func exactSlot(of value: Float) -> Int {
    guard let estimate = grid.estimate else { return grid.slot(of: value) }
    let slot = estimate.slot(of: value)
    return slot + (value >= grid.thresholds[slot] ? 1 : 0)
  }
}
