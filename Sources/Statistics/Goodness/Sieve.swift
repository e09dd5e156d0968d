private import Mathematics

/// Finds the values that lie in some of many runs of floats.
///
/// A coarse cut tells most other values apart without a branch; what passes is looked up.
struct Sieve {
  /// Values looked at together, few enough for the first-level cache.
  static let chunkSize = FiniteChunks.size

  private let lows: [Int32]
  private let highs: [Int32]
  private let cut: RangeCut?
  /// For each part of the cut, 1 if it holds some of a run.
  private let passes: [UInt8]
  /// For each part and one more, the first run that ends in it or later.
  private let firsts: [Int32]

  private static let parts = 1 << 14

  /// Makes a sieve of candidates in order.
  init(_ runs: [Candidate]) {
    lows = runs.map(\.low)
    highs = runs.map(\.high)
    let hull = (runs.first?.low ?? 0)...max(runs.last?.high ?? 0, runs.first?.low ?? 0)
    let cut = RangeCut(hull, innerParts: Self.parts)
    let parts = cut?.parts ?? 1
    func part(_ place: Int32) -> Int { cut?.part(of: Float(ordinal: place)) ?? 0 }
    var passes = [UInt8](repeating: cut == nil ? 1 : 0, count: parts)
    var firsts = [Int32](repeating: Int32(runs.count), count: parts + 1)
    var next = 0
    for (index, run) in runs.enumerated() {
      let (from, to) = (part(run.low), part(run.high))
      for part in from...max(from, to) { passes[part] = 1 }
      while next <= to {
        firsts[next] = Int32(index)
        next += 1
      }
    }
    self.cut = cut
    self.passes = passes
    self.firsts = firsts
  }

  /// Calls `body` with each value of a block that lies in a run, and the number of the run.
  @inline(__always)
  func forEach(in block: UnsafeBufferPointer<Float>, _ body: (Float, Int32, Int) -> Void) {
    guard let base = block.baseAddress else { return }
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.chunkSize + 4) { scratch in
      guard let kept = scratch.baseAddress else { return }
      var start = 0
      while start < block.count {
        let size = min(Self.chunkSize, block.count - start)
        let count = sift(base + start, count: size, into: kept)
        lookUp(UnsafeBufferPointer(start: kept, count: count), body)
        start += size
      }
    }
  }

  @inline(__always)
  private func lookUp(
    _ values: UnsafeBufferPointer<Float>, _ body: (Float, Int32, Int) -> Void
  ) {
    lows.withUnsafeBufferPointer { lows in
      highs.withUnsafeBufferPointer { highs in
        firsts.withUnsafeBufferPointer { firsts in
          for value in values {
            let place = value.ordinal
            let part = cut?.part(of: value) ?? 0
            let from = (Int(firsts[part])..<Int(firsts[part + 1]))
              .partitioningIndex { highs[$0] >= place }
            if from < lows.count, lows[from] <= place, place <= highs[from] {
              body(value, place, from)
            }
          }
        }
      }
    }
  }

  /// Copies the values whose parts pass.
  private func sift(
    _ base: UnsafePointer<Float>, count size: Int, into kept: UnsafeMutablePointer<Float>
  ) -> Int {
    guard let cut else {
      kept.update(from: base, count: size)
      return size
    }
    let raw = UnsafeRawPointer(base)
    var count = 0
    passes.withUnsafeBufferPointer { passes in
      guard let flags = passes.baseAddress else { return }
      var index = 0
      while index &+ 4 <= size {
        let x = raw.loadUnaligned(fromByteOffset: index &* 4, as: SIMD4<Float>.self)
        let parts = cut.parts(of: x)
        kept[count] = base[index]
        count &+= Int(flags[parts.0])
        kept[count] = base[index &+ 1]
        count &+= Int(flags[parts.1])
        kept[count] = base[index &+ 2]
        count &+= Int(flags[parts.2])
        kept[count] = base[index &+ 3]
        count &+= Int(flags[parts.3])
        index &+= 4
      }
      while index < size {
        kept[count] = base[index]
        count &+= Int(flags[cut.part(of: base[index])])
        index &+= 1
      }
    }
    return count
  }
}

/// A pass that keeps the values of candidates.
struct KeptValues {
  let candidates: [Candidate]
  /// Where each candidate's values start among all.
  let starts: [Int]
  private(set) var values: [Float]
  private var cursors: [Int]
  private let sieve: Sieve

  /// Makes room for the values of candidates in order.
  init(_ candidates: [Candidate]) {
    self.candidates = candidates
    var starts: [Int] = []
    var sum = 0
    for candidate in candidates {
      starts.append(sum)
      sum += candidate.count
    }
    self.starts = starts
    cursors = starts
    values = [Float](repeating: 0, count: sum)
    sieve = Sieve(candidates)
  }

  /// Keeps a block's values.
  mutating func add(_ block: UnsafeBufferPointer<Float>) {
    let (sieve, count) = (sieve, values.count)
    values.withUnsafeMutableBufferPointer { values in
      cursors.withUnsafeMutableBufferPointer { cursors in
        sieve.forEach(in: block) { value, _, index in
          let place = cursors[index]
          // A sample other than the histogram's may overfill a candidate, but not the buffer.
          if place < count { values[place] = value }
          cursors[index] = place &+ 1
        }
      }
    }
  }
}
