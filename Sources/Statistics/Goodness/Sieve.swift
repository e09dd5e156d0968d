internal import CKernels
private import Mathematics

/// Finds the values that lie in some of many runs of floats.
///
/// A coarse cut tells most other values apart without a branch; what passes is looked up.
struct Sieve: Sendable {
  /// Where each run begins and ends, beside each other because both are asked for.
  private let runs: [(low: Int32, high: Int32)]
  let cut: FloatPartition?
  /// A bit for each part of the cut, set if it holds some of a run.
  private let passes: [UInt32]
  /// The same for 512 coarser parts, each of 2^shift.
  let coarse: [UInt32]
  let shift: Int
  /// For each few parts, the first run that ends there or later.
  private let firsts: [Int32]

  // So few that hardly more than one run ends in them.
  private static let partsTogether = 4

  // 16 KiB of bits, beside which a block stays in the first-level cache.
  private static let mostParts = 1 << 17

  // Single precision can still tell how many of these a float is away.
  private static let leastPart = 0x1p-120

  /// Makes a sieve of candidates in order, for a sample of so many values.
  init(_ runs: [Candidate], total: Int) {
    self.runs = runs.map { ($0.low, $0.high) }
    let low = Double(Float(ordinal: runs.first?.low ?? 0))
    let high = Double(Float(ordinal: runs.last?.high ?? 0))
    let wanted = Double(min(max(total / 8, 1 << 10), Self.mostParts))
    // What lies outside falls into the first and the last part, which the runs are to keep clear of,
    // by a coarse part and even where parts are narrower than the gaps between floats.
    let gap = Double(Float(max(abs(low), abs(high))).ulp)
    let margin = max((high - low) / 128, gap * 4, wanted * Self.leastPart)
    let cut =
      low < high ? FloatPartition([.init(low - margin...high + margin, parts: wanted)]) : nil
    let words = (cut?.count ?? 1) / 32 + 1
    func part(_ place: Int32) -> Int { cut?.part(of: Float(ordinal: place)) ?? 0 }
    var passes = [UInt32](repeating: 0, count: words)
    var firsts = [Int32](
      repeating: Int32(runs.count), count: words * 32 / Self.partsTogether)
    var next = 0
    for (index, run) in runs.enumerated() {
      let (from, to) = (part(run.low), part(run.high))
      for part in from...max(from, to) { passes[part / 32] |= 1 << UInt32(part % 32) }
      while next <= to / Self.partsTogether {
        firsts[next] = Int32(index)
        next += 1
      }
    }
    self.cut = cut
    self.passes = passes
    let most = words * 32 - 1
    let shift = max(0, Int.bitWidth - most.leadingZeroBitCount - 9)
    var coarse = [UInt32](repeating: 0, count: 16)
    for (word, bits) in passes.enumerated() where bits != 0 {
      for bit in 0..<32 where bits >> bit & 1 == 1 {
        let part = (word * 32 + bit) >> shift
        coarse[part / 32] |= 1 << (part % 32)
      }
    }
    (self.coarse, self.shift) = (coarse, shift)
    self.firsts = firsts
  }

  /// Calls `body` with each value of a block that lies in a run, and the number of the run.
  @inline(__always)
  func forEach(in block: UnsafeBufferPointer<Float>, _ body: (Float, Int32, Int) -> Void) {
    guard let cut, let base = block.baseAddress else { return lookUp(block, body) }
    let size = FiniteChunks.size
    withUnsafeTemporaryAllocation(of: Float.self, capacity: size + 16) { scratch in
      guard let kept = scratch.baseAddress else { return }
      var (parts, choice) = (cut.kernel, measuring_choice())
      choice.shift = Int32(truncatingIfNeeded: shift)
      withUnsafeMutableBytes(of: &choice.coarse) { bytes in
        coarse.withUnsafeBytes { bytes.copyMemory(from: $0) }
      }
      passes.withUnsafeBufferPointer { passes in
        choice.bits = passes.baseAddress
        for start in stride(from: 0, to: block.count, by: size) {
          let count = Kernels.best.sift(
            base + start, min(size, block.count - start), &parts, &choice, kept)
          lookUp(UnsafeBufferPointer(start: kept, count: count), body)
        }
      }
    }
  }

  @inline(__always)
  private func lookUp(
    _ values: UnsafeBufferPointer<Float>, _ body: (Float, Int32, Int) -> Void
  ) {
    runs.withUnsafeBufferPointer { runs in
      firsts.withUnsafeBufferPointer { firsts in
        for value in values {
          let place = value.ordinal
          let group = (cut?.part(of: value) ?? 0) / Self.partsTogether
          var index = Int(firsts[group])
          while index < runs.count, runs[index].high < place { index += 1 }
          if index < runs.count, runs[index].low <= place { body(value, place, index) }
        }
      }
    }
  }
}

/// A pass that keeps the values of candidates.
package struct KeptValues: Sendable {
  let candidates: [Candidate]
  /// The values kept, in the order they came, and the numbers of their candidates.
  private var values: [Float] = []
  private var numbers: [Int32] = []
  private let sieve: Sieve

  /// Prepares to keep the values of candidates in order.
  init(_ candidates: [Candidate], total: Int) {
    self.candidates = candidates
    sieve = Sieve(candidates, total: total)
  }

  /// Keeps a block's values.
  mutating func add(_ block: UnsafeBufferPointer<Float>) {
    let sieve = sieve
    sieve.forEach(in: block) { value, _, index in
      values.append(value)
      numbers.append(Int32(truncatingIfNeeded: index))
    }
  }

  /// Adds what another has kept of the same candidates.
  mutating func merge(_ other: KeptValues) {
    values += other.values
    numbers += other.numbers
  }

  /// The values candidate by candidate, and where each one's start and the last one's end.
  func inOrder() -> (values: [Float], starts: [Int]) {
    let starts = candidates.map(\.count).reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    var cursors = starts
    var sorted = [Float](repeating: 0, count: starts[candidates.count])
    for (value, number) in zip(values, numbers) {
      let place = cursors[Int(number)]
      // A sample other than the histogram's may overfill a candidate, but not the next.
      if place < starts[Int(number) + 1] { sorted[place] = value }
      cursors[Int(number)] = place + 1
    }
    return (sorted, starts)
  }
}
