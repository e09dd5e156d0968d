internal import Background
package import Initializers
package import Statistics

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

  /// The times that the weights were drawn, the one under way included.
  package private(set) var passCount = 1

  private(set) var result: KolmogorovSmirnov?
  /// Where the distance from the law is for certain, from the first pass to the last.
  package private(set) var bracket: KolmogorovBracket?
  private(set) var facts: [StructureFact] = []
  private(set) var moments = Moments()
  private var histogram: FineHistogram?
  private var finalZeroCount: Int?
  private var progressBefore = 0.0
  private var draw: SplitDraw<Gatherer>
  private var search: KolmogorovSearch?
  private let loan: WorkerTeam.Loan?

  // What one thread has gathered in the pass under way: in the first all but the search's pass, in
  // the others that alone.
  private struct Gatherer: Sendable {
    var accumulator: SampleAccumulator?
    // The chunks' moments with their places, to be merged in the order of the tensor, so that the
    // number of threads does not show in the last bit.
    var moments: [(offset: Int, Moments)] = []
    var structure: StructureCheck?
    var zeroCount = 0
    var pass: KolmogorovPass?
    let hasZeros: Bool
  }

  /// Starts measuring weights, on as many threads as it pays to.
  ///
  /// - Parameter isShared: whether other threads than the caller's may be used; all results are the
  ///   same.
  package init(_ source: any WeightSource, isShared: Bool = true) {
    let law = source.law
    self.source = source
    range = LawRange(law)
    loan = isShared ? WorkerTeam.loan(for: source.shape.count) : nil
    let shares = source.shares(loan?.team.size ?? 1)
    let ramps = LawRange.finerParts(law, count: source.shape.count)
    let range = range
    // Each with counters of its own from the start, which are not copied then.
    let gatherers = shares.map { _ in
      Gatherer(
        accumulator: SampleAccumulator(
          low: range.low, high: range.high, origin: range.origin, finer: ramps),
        structure: source.draw.flatMap { StructureCheck($0, of: source.shape) },
        hasZeros: law.hasZeros)
    }
    draw = SplitDraw(shares, gatherers: gatherers)
  }

  /// Draws and measures some more weights, or does a step of drawing a tensor that is needed as a whole.
  ///
  /// - Throws: `InitializerError.cannotFactorize`.
  package mutating func advance() throws(InitializerError) {
    guard !isFinished else { return }
    if try draw.prepare() { return }
    try draw.advance(by: draw.step, on: loan?.team) { gatherer, block, offset in
      gatherer.structure?.add(UnsafeBufferPointer(block))
      let weights =
        gatherer.hasZeros ? block.movingNonzeroToFront() : UnsafeBufferPointer(block)
      gatherer.zeroCount += block.count - weights.count
      gatherer.accumulator?.count(weights) { gatherer.moments.append((offset + $0, $1)) }
      gatherer.pass?.add(weights)
    }
    if search == nil { mergeMoments() }
    if draw.isFinished { endPass() }
  }

  private mutating func mergeMoments() {
    let gathered = draw.takeFromGatherers { gatherer in
      defer { gatherer.moments.removeAll(keepingCapacity: true) }
      return gatherer.moments
    }
    for (_, chunk) in gathered.joined().sorted(by: { $0.offset < $1.offset }) {
      moments.merge(chunk)
    }
  }

  /// The generator as the tensor leaves it, once all weights are drawn; nil for those of a file.
  package var end: (any Generator)? { draw.end }

  /// The numbers so far.
  package func snapshot() -> Measurement { Measurement(self) }

  /// The weights measured so far.
  var drawnCount: Int { search == nil && !isFinished ? draw.drawnCount : source.shape.count }

  /// The zeros of a sparse tensor, which the other numbers leave out.
  var zeroCount: Int { finalZeroCount ?? draw.gatherers.reduce(0) { $0 + $1.zeroCount } }

  /// The counts so far.
  var counts: FineHistogram {
    histogram ?? FineHistogram.coarse(draw.gatherers.compactMap(\.accumulator?.histogram))
      ?? FineHistogram(low: range.low, high: range.high)
  }

  private static func merged(_ parts: consuming [FineHistogram]) -> FineHistogram {
    var all = parts.removeLast()
    // All have the same cells.
    for part in parts { try? all.merge(part) }
    all.settle()
    return all
  }

  /// The part that is done, from 0 to 1.
  ///
  /// How many passes follow shows only as they end: each but the last takes half of what is left.
  package var progress: Double {
    let count = source.shape.count
    guard count > 0, !isFinished else { return 1 }
    let drawn = Double(draw.drawnCount) / Double(count)
    let isLast = search?.isLastPass ?? !isCompared
    return progressBefore + (1 - progressBefore) * (isLast ? drawn : drawn / 2)
  }

  private mutating func endPass() {
    progressBefore = progress
    if search == nil {
      facts = draw.gatherers[0].structure?.facts() ?? []
      finalZeroCount = zeroCount
      // Taken away, so that nothing is copied.
      let parts = draw.takeFromGatherers { gatherer in
        defer { gatherer.accumulator = nil }
        return gatherer.accumulator?.histogram
      }
      let counts = Self.merged(parts.compactMap(\.self))
      if isCompared {
        let law = source.law
        search = KolmogorovSearch(histogram: counts, distribution: { law.distribution($0) })
      }
      histogram = FineHistogram.coarse([counts])
    } else {
      search?.endPass(draw.gatherers.compactMap(\.pass))
    }
    bracket = search.flatMap { $0.isFinished ? nil : $0.bracket }
    if let search, let pass = search.pass {
      let gatherer = Gatherer(pass: pass, hasZeros: source.law.hasZeros)
      passCount += 1
      draw.rewind(Array(repeating: gatherer, count: draw.gatherers.count))
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
    MeasurementRun(try tensor.source())
  }
}
