internal import Background
package import Initializers
internal import Statistics

/// A measurement in progress, advanced block by block so that it can be watched and given up.
///
/// Memory does not grow with the tensor: the weights are drawn once for the moments and counts, and
/// again, if need be, for the cells where the distance from the law may be greatest.
package struct MeasurementRun {
  /// Where the weights come from.
  package let source: any WeightSource
  /// The range of values counted in fine cells.
  package let range: LawRange
  /// Whether all is done.
  package private(set) var isFinished = false

  private(set) var drawnCount = 0
  private(set) var accumulator: SampleAccumulator
  private(set) var result: KolmogorovSmirnov?
  private(set) var zeroCount = 0
  private(set) var facts: [StructureFact] = []
  private var structure: StructureCheck?
  private var progressBefore = 0.0
  private var stream: any WeightBlocks
  private var search: KolmogorovSearch?

  // A block of 32 KiB stays in the first-level cache between drawing and counting.
  private static let blockSize = 8192

  /// Starts measuring weights.
  package init(_ source: any WeightSource) {
    self.source = source
    range = LawRange(source.law)
    accumulator = SampleAccumulator(low: range.low, high: range.high, origin: range.origin)
    stream = source.weights()
    structure = source.draw.flatMap { StructureCheck($0, of: source.shape) }
  }

  /// Draws and measures one more block, or does a step of drawing a tensor that is needed as a whole.
  ///
  /// - Throws: `InitializerError.cannotFactorize`.
  package mutating func advance() throws(InitializerError) {
    guard !isFinished else { return }
    guard stream.isPrepared else { return try stream.prepare() }
    try withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.blockSize) {
      block throws(InitializerError) in
      let count = try stream.next(into: block)
      let drawn = UnsafeMutableBufferPointer(rebasing: block[..<count])
      if search == nil { structure?.add(UnsafeBufferPointer(drawn)) }
      let weights = source.law.hasZeros ? drawn.movingNonzeroToFront() : UnsafeBufferPointer(drawn)
      if search == nil {
        accumulator.add(weights)
        drawnCount += count
        zeroCount += count - weights.count
      } else {
        search?.add(weights)
      }
    }
    if stream.remaining == 0 { endPass() }
  }

  /// The numbers so far.
  package func snapshot() -> Measurement { Measurement(self) }

  /// The part that is done, from 0 to 1.
  ///
  /// How many passes follow shows only as they end: each but the last takes half of what is left.
  package var progress: Double {
    let count = source.shape.count
    guard count > 0, !isFinished else { return 1 }
    let drawn = Double(count - stream.remaining) / Double(count)
    let isLast = search?.isLastPass ?? !isCompared
    return progressBefore + (1 - progressBefore) * (isLast ? drawn : drawn / 2)
  }

  private mutating func endPass() {
    progressBefore = progress
    if search == nil {
      facts = structure?.facts() ?? []
      structure = nil
    }
    if search == nil, isCompared {
      let law = source.law
      search = KolmogorovSearch(
        histogram: accumulator.histogram, distribution: { law.distribution($0) })
    } else {
      search?.endPass()
    }
    if let search, !search.isFinished {
      stream.rewind()
    } else {
      result = search?.result
      search = nil
      isFinished = true
    }
  }

  // A distance from the law means something for independent draws of a law with a density.
  private var isCompared: Bool { source.law.isIndependent && !source.law.isDegenerate }

}

extension Law {
  /// Whether exact zeros are part of the law, so that they are counted apart.
  fileprivate var hasZeros: Bool { if case .sparse = self { true } else { false } }
}

extension UnsafeMutableBufferPointer<Float> {
  /// Moves the weights that are not 0 to the front, in order, and returns them.
  fileprivate func movingNonzeroToFront() -> UnsafeBufferPointer<Float> {
    var kept = 0
    for index in indices where self[index] != 0 {
      self[kept] = self[index]
      kept += 1
    }
    return UnsafeBufferPointer(rebasing: self[..<kept])
  }
}

extension MeasurementRun: ResumableWork {
  /// Whether LAPACK works in the next step: an orthogonal tensor is drawn before its first block,
  /// and what it promises is checked after its last.
  package var isUninterruptible: Bool { source.draw?.isDrawnInOneStep ?? false }
}

/// What a measurement is asked for.
package struct MeasurementRequest: Request {
  /// The tensor to draw.
  package var tensor: Tensor

  /// Asks for a tensor's numbers.
  package init(tensor: Tensor) { self.tensor = tensor }

  /// Starts measuring.
  ///
  /// - Throws: the error PyTorch raises for the tensor.
  package func begin() throws(InitializerError) -> MeasurementRun {
    MeasurementRun(try DrawnWeights(tensor))
  }
}
