private import Mathematics
package import Statistics

/// What one pass over a tensor's numbers tells, in parts that can be merged.
package struct TensorSummary: Sendable {
  /// The first four moments and the extremes of the finite numbers.
  package private(set) var moments = Moments()
  /// The numbers that are not finite.
  package private(set) var nonFinite = NonFiniteNumbers()
  /// The exact zeros.
  package private(set) var zeroCount = 0
  /// The numbers too small to be normal, zeros aside.
  package private(set) var subnormalCount = 0
  // Those of them that are below zero.
  private var negativeCount = 0
  /// A sum over places and bits: tensors of the same numbers have the same one.
  package private(set) var digest: UInt64 = 0
  /// Some of the finite numbers, from places all over the tensor.
  package private(set) var sample: [Float] = []

  /// The rows, which the first dimension tells apart, that are all zeros; nil before all is read, of one row, and
  /// of more than are told apart.
  package private(set) var zeroRowCount: Int?

  /// The sums over its slices; nil where they are too many.
  private(set) var slices: SliceSums?

  private let places: SamplePlaces
  private let hasRows: Bool

  /// How many numbers are kept at most.
  package static let sampleSize = 1 << 18

  /// A tensor of which nothing has been read.
  package init(shape: [Int]) {
    places = SamplePlaces(count: shape.contains(0) ? 0 : shape.reduce(1, *))
    slices = SliceSums(shape: shape)
    hasRows = shape.first != 1
  }

  /// The numbers that have been read.
  package var count: Int { moments.count + moments.nonFiniteCount }

  /// Whether there is in it what memory is full of that was never initialized: small integers and addresses,
  /// which are above zero when they are read as floats.
  ///
  /// Weights that decay to nothing, and an optimizer's means, are so on either side.
  package var hasLeftovers: Bool {
    subnormalCount > count / 100 + 1 && negativeCount <= subnormalCount / 8
  }

  /// The one number that all are; nil where they differ or are not finite.
  package var constant: Double? {
    moments.nonFiniteCount == 0 && moments.minimum == moments.maximum ? moments.minimum : nil
  }

  /// Adds numbers.
  ///
  /// - Parameter offset: the first one's place in the tensor.
  package mutating func add(_ block: UnsafeBufferPointer<Float>, at offset: Int) {
    moments.add(block, origin: moments.count > 0 ? moments.mean : 0)
    // Most blocks have none, which the moments tell at no cost.
    if moments.nonFiniteCount > nonFinite.count { nonFinite.add(block, at: offset) }
    slices?.add(block, at: offset)
    var place = UInt64(offset)
    for number in block {
      let bits = number.bitPattern
      digest &+= Self.mixed(UInt64(bits) ^ place &* 0x9e37_79b9_7f4a_7c15)
      place &+= 1
      guard number.magnitude < .leastNormalMagnitude else { continue }
      if number == 0 {
        zeroCount += 1
      } else {
        subnormalCount += 1
        if number < 0 { negativeCount += 1 }
      }
    }
    for place in places.inside(offset..<offset + block.count) where block[place - offset].isFinite {
      sample.append(block[place - offset])
    }
  }

  /// Adds what was read elsewhere in the tensor.
  package mutating func merge(_ other: TensorSummary) {
    moments.merge(other.moments)
    nonFinite.merge(other.nonFinite)
    zeroCount += other.zeroCount
    subnormalCount += other.subnormalCount
    negativeCount += other.negativeCount
    digest &+= other.digest
    sample += other.sample
    if let others = other.slices { slices?.merge(others) }
  }

  /// The same of a tensor that is read, without what only a verdict asks for, which takes memory.
  func withoutNumbers() -> TensorSummary {
    var summary = self
    if hasRows { summary.zeroRowCount = slices?.zeroRowCount }
    (summary.sample, summary.slices) = ([], nil)
    return summary
  }

  // Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195: SplitMix's last steps.
  private static func mixed(_ word: UInt64) -> UInt64 {
    var word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }
}

/// Places all over a tensor, one in each of as many equal shares, in no rhythm that its rows may have.
private struct SamplePlaces: Sendable {
  private let count: Int
  private let size: Int

  init(count: Int) {
    self.count = count
    size = min(count, TensorSummary.sampleSize)
  }

  func inside(_ range: Range<Int>) -> [Int] {
    guard size > 0, !range.isEmpty else { return [] }
    guard size < count else { return Array(range) }
    // The shares that the range touches.
    let first = share(of: range.lowerBound), last = share(of: range.upperBound - 1)
    return (first...last).map(place).filter(range.contains)
  }

  private func share(of place: Int) -> Int {
    min(size - 1, Int(clamping: Double(place) / Double(count) * Double(size)))
  }

  // The golden ratio's multiples fill an interval evenly.
  private func place(_ share: Int) -> Int {
    let width = Double(count) / Double(size)
    let jitter = (Double(share) * 0.618_033_988_749_895).truncatingRemainder(dividingBy: 1)
    return min(count - 1, Int(clamping: (Double(share) + jitter) * width))
  }
}
