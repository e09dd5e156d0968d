extension KolmogorovSearch {
  /// Collects the values of a block that lie in slots worth looking into.
  ///
  /// The blocks collected must together hold the sample whose histogram was given.
  public mutating func collect(_ block: UnsafeBufferPointer<Float>) {
    guard let base = block.baseAddress, !candidates.isEmpty else { return }
    let size = FiniteChunks.size
    let isSparse = values.count < total / 2
    withUnsafeTemporaryAllocation(of: Float.self, capacity: size + 4) { scratch in
      guard let kept = scratch.baseAddress else { return }
      var start = 0
      while start < block.count {
        let chunk = UnsafeBufferPointer(
          start: base + start, count: min(size, block.count - start))
        if isSparse {
          let count = sift(chunk, into: kept)
          scatter(UnsafeBufferPointer(start: kept, count: count))
        } else {
          scatter(chunk)
        }
        start += size
      }
    }
  }

  /// Puts each finite value where its slot's next one goes.
  private mutating func scatter(_ chunk: UnsafeBufferPointer<Float>) {
    let last = values.count - 1
    guard let estimate = grid.estimate, let base = chunk.baseAddress, Self.isFinite(chunk) else {
      for value in chunk where value.isFinite {
        let slot = grid.slot(of: value)
        values[min(cursors[slot], last)] = value
        cursors[slot] += strides[slot]
      }
      return
    }
    let raw = UnsafeRawPointer(base)
    grid.thresholds.withUnsafeBufferPointer { thresholds in
      strides.withUnsafeBufferPointer { strides in
        cursors.withUnsafeMutableBufferPointer { cursors in
          values.withUnsafeMutableBufferPointer { values in
            guard let edges = thresholds.baseAddress, let steps = strides.baseAddress,
              let places = cursors.baseAddress, let target = values.baseAddress
            else { return }
            @inline(__always)
            func put(_ value: Float, _ estimated: Int) {
              let slot = estimated &+ (value >= edges[estimated] ? 1 : 0)
              // A sample other than the histogram's may overfill a slot, but not the buffer.
              let place = places[slot]
              target[place < last ? place : last] = value
              places[slot] = place &+ steps[slot]
            }
            var index = 0
            while index &+ 4 <= chunk.count {
              let x = raw.loadUnaligned(fromByteOffset: index &* 4, as: SIMD4<Float>.self)
              let slots = estimate.slots(of: x)
              put(base[index], slots.0)
              put(base[index &+ 1], slots.1)
              put(base[index &+ 2], slots.2)
              put(base[index &+ 3], slots.3)
              index &+= 4
            }
            while index < chunk.count {
              put(base[index], estimate.slot(of: base[index]))
              index &+= 1
            }
          }
        }
      }
    }
  }

  /// Whether all values are finite: only those times 0 are 0.
  private static func isFinite(_ chunk: UnsafeBufferPointer<Float>) -> Bool {
    guard let base = chunk.baseAddress else { return true }
    let raw = UnsafeRawPointer(base)
    var probe = SIMD4<Float>.zero
    var index = 0
    while index &+ 4 <= chunk.count {
      probe += raw.loadUnaligned(fromByteOffset: index &* 4, as: SIMD4<Float>.self) * 0
      index &+= 4
    }
    return probe.sum() == 0 && chunk[index...].allSatisfy(\.isFinite)
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
        kept[count] = base[index]
        count &+= flags[slots.0] ? 1 : 0
        kept[count] = base[index &+ 1]
        count &+= flags[slots.1] ? 1 : 0
        kept[count] = base[index &+ 2]
        count &+= flags[slots.2] ? 1 : 0
        kept[count] = base[index &+ 3]
        count &+= flags[slots.3] ? 1 : 0
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
}
