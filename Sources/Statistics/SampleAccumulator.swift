internal import CKernels

/// Moments and a fine histogram of a sample, gathered in one pass over its blocks.
package struct SampleAccumulator: Equatable, Sendable {
  /// A number near the sample's mean, about which powers are summed.
  package let origin: Double

  /// The moments of what was added.
  package private(set) var moments = Moments()

  /// The counts of what was added.
  package private(set) var histogram: FineHistogram

  /// Creates an empty accumulator for values of mean `origin` expected in [low, high].
  package init(
    low: Double, high: Double, origin: Double = 0,
    cellCount: Int = FineHistogram.defaultCellCount, finer ramps: [FloatPartition.Ramp] = []
  ) {
    self.origin = origin
    histogram = FineHistogram(low: low, high: high, cellCount: cellCount, finer: ramps)
  }

  /// Adds a block of values.
  package mutating func add(_ block: UnsafeBufferPointer<Float>) {
    var moments = moments
    count(block) { moments.merge($1) }
    self.moments = moments
  }

  /// Counts a block of values chunk by chunk, and hands over each chunk's place in the block and its
  /// moments, for others to merge in the order of the sample.
  package mutating func count(_ block: UnsafeBufferPointer<Float>, _ body: (Int, Moments) -> Void) {
    for start in stride(from: 0, to: block.count, by: FiniteChunks.size) {
      let end = min(start + FiniteChunks.size, block.count)
      body(start, count(chunk: UnsafeBufferPointer(rebasing: block[start..<end])))
    }
  }

  private mutating func count(chunk: UnsafeBufferPointer<Float>) -> Moments {
    let shift = origin.isFinite ? origin : 0
    if let sums = histogram.add(chunk, summedAbout: shift) {
      return FiniteChunks.moments(of: chunk, from: sums, shift: shift)
    }
    // Without what is not finite, and over cells too narrow to be found in single precision.
    var moments = Moments()
    FiniteChunks.forEach(in: chunk, origin: origin) { finite in
      moments.merge(finite.moments)
      histogram.add(finite: finite)
    } skipping: {
      moments.nonFiniteCount += $0
      histogram.nonFinite += $0
    }
    return moments
  }

  /// Adds a span of values.
  package mutating func add(_ block: Span<Float>) {
    block.withUnsafeBufferPointer { add($0) }
  }

  /// Adds what another accumulator gathered over the same cells.
  package mutating func merge(_ other: SampleAccumulator) throws(HistogramError) {
    try histogram.merge(other.histogram)
    moments.merge(other.moments)
  }
}

/// The inner loops for the widest vectors this processor has; all widths give the same bits.
enum Kernels {
  static let best = ckernels_best().pointee.measuring
}
