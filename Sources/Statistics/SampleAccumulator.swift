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
    cellCount: Int = FineHistogram.defaultCellCount
  ) {
    self.origin = origin
    histogram = FineHistogram(low: low, high: high, cellCount: cellCount)
  }

  /// Adds a block of values.
  package mutating func add(_ block: UnsafeBufferPointer<Float>) {
    let shift = origin.isFinite ? origin : 0
    var start = 0
    while start < block.count {
      let end = min(start + FiniteChunks.size, block.count)
      let chunk = UnsafeBufferPointer(rebasing: block[start..<end])
      if let sums = histogram.add(chunk, summedAbout: shift) {
        moments.merge(FiniteChunks.moments(of: chunk, from: sums, shift: shift))
      } else {
        addApart(chunk)
      }
      start = end
    }
  }

  // Without what is not finite, and over cells too narrow to be found in single precision.
  private mutating func addApart(_ block: UnsafeBufferPointer<Float>) {
    var skipped = 0
    FiniteChunks.forEach(in: block, origin: origin) { chunk in
      moments.merge(chunk.moments)
      histogram.add(finite: chunk)
    } skipping: {
      skipped += $0
    }
    moments.nonFiniteCount += skipped
    histogram.nonFinite += skipped
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
