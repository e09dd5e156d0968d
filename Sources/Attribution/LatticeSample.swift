internal import Mathematics
internal import WeightFiles

/// Numbers from places all over a tensor, together with those that were drawn with them.
struct LatticeSample: Sendable {
  /// Blocks of 16 that stand at multiples of 16, one after another.
  let blocks: [Float]
  /// What a small tensor has beyond them.
  let others: [Float]
  /// Whether the blocks are as they were drawn, and not a view's in another order.
  let isInOrder: Bool

  /// The numbers of both.
  var numbers: [Float] { blocks + others }

  private static let block = 16
  // As many blocks are read at a time, from as many places.
  private static let run = 4 * block
  private static let mostRuns = 64
  // Compressed numbers are read from the start, and all of them.
  private static let largestCompressed = 1 << 22

  /// Reads them; nil of types that have lost the bits, as of numbers that have been of such a type.
  ///
  /// - Throws: `TensorFileError`.
  init?(_ entry: TensorEntry) throws {
    guard entry.type == .float32, entry.count >= Self.block,
      !entry.isCompressed || entry.count <= Self.largestCompressed
    else { return nil }
    let count = entry.count
    // PyTorch draws the last 16 anew where blocks of 16 leave some over.
    let limit =
      count.isMultiple(of: Self.block) ? count : (count - Self.block) / Self.block * Self.block
    var all: [Float]?
    if entry.isCompressed {
      var numbers: [Float] = []
      numbers.reserveCapacity(count)
      try entry.forEachChunk { numbers += $0 }
      all = numbers
    }
    func read(_ range: Range<Int>) throws -> [Float] {
      if let all { return Array(all[range]) }
      var numbers = [Float](repeating: 0, count: range.count)
      try numbers.withUnsafeMutableBufferPointer {
        try entry.read(from: range.lowerBound, into: $0)
      }
      return numbers
    }
    if limit <= Self.run * Self.mostRuns {
      blocks = try read(0..<limit)
      others = try read(limit..<count)
    } else {
      var blocks: [Float] = []
      for start in Self.starts(in: limit) {
        blocks += try read(start..<min(limit, start + Self.run))
      }
      (self.blocks, others) = (blocks, [])
    }
    isInOrder = entry.isContiguous
    // What float16 and bfloat16 do not have.
    guard numbers.contains(where: { $0.bitPattern & 0x1FFF != 0 }) else { return nil }
  }

  // In no rhythm that rows may have: the golden ratio's multiples fill an interval evenly.
  private static func starts(in limit: Int) -> [Int] {
    let width = Double(limit / run) / Double(mostRuns)
    return (0..<mostRuns).map { index in
      let jitter = (Double(index) * 0.618_033_988_749_895).truncatingRemainder(dividingBy: 1)
      return min(limit / run - 1, Int(clamping: (Double(index) + jitter) * width)) * run
    }
  }
}

extension LatticeSample {
  /// Numbers as far apart as two of a pair are, of each so many as stand together.
  ///
  /// - Parameter isSineFirst: whether the sine stands before the cosine.
  func pairs(apart distance: Int, isSineFirst: Bool = false) -> [NormalPair] {
    guard isInOrder else { return [] }
    return stride(from: 0, to: blocks.count, by: 2 * distance).flatMap { start in
      (start..<start + distance).map { place in
        let (first, second) = (blocks[place], blocks[place + distance])
        return isSineFirst
          ? NormalPair(cosine: second, sine: first) : NormalPair(cosine: first, sine: second)
      }
    }
  }
}
