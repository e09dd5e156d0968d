internal import Background
package import Initializers
package import Statistics

/// A tensor's weights measured against their law, whole or as far as they are drawn.
package struct Measurement: Report {
  /// Where the weights come from.
  package let source: any WeightSource
  /// The weights measured so far.
  package let drawnCount: Int
  /// The moments of the weights measured; of a sparse tensor those that are not zero.
  package let moments: Moments
  /// The zeros of a sparse tensor, which the other numbers leave out.
  package let zeroCount: Int
  /// What the method promises exactly, and whether the tensor keeps it; empty until all is drawn.
  package let facts: [StructureFact]
  /// Their counts in fine cells, from which every picture is made.
  package let histogram: FineHistogram
  /// The range that the fine cells cover.
  package let range: LawRange
  /// The distance from the law; nil until all weights are drawn, and where there is no density.
  package let kolmogorovSmirnov: KolmogorovSmirnov?
  /// Where that distance is for certain, from the first pass over the weights to the last.
  package let kolmogorovBracket: KolmogorovBracket?
  /// Why the weights are not tested against their law: no z-score, no p-value; nil if they are.
  package let obstacle: TestObstacle?
  /// The sample's density; nil under two different weights.
  package let density: DensityEstimate?
  /// Whether nothing is still to come.
  package let isComplete: Bool

  /// The part that is done, from 0 to 1.
  package let progress: Double

  /// Draws and measures a tensor's weights to the end.
  ///
  /// - Throws: the error PyTorch raises for the tensor.
  package init(of tensor: Tensor) throws(InitializerError) {
    var run = MeasurementRun(try tensor.source())
    while !run.isFinished { try run.advance() }
    self = run.snapshot()
  }

  /// The law that the weights are compared with.
  package var law: Law { source.law }

  /// The tensor that is measured.
  package var tensor: Tensor { source.tensor }

  /// The probability that chance takes the weights as far from their law as they are; nil where they
  /// are not tested, and until all are drawn.
  package var kolmogorovProbability: Double? {
    obstacle == nil ? kolmogorovSmirnov?.pValue : nil
  }

  /// The moments of all weights, a sparse tensor's zeros included.
  package var allMoments: Moments {
    zeroCount > 0 ? moments.merging(Moments(repeating: 0, count: zeroCount)) : moments
  }

  init(_ run: MeasurementRun) {
    self.init(
      source: run.source, drawnCount: run.drawnCount, moments: run.moments,
      zeroCount: run.zeroCount, facts: run.facts, histogram: run.counts, range: run.range,
      kolmogorovSmirnov: run.result, kolmogorovBracket: run.bracket, isComplete: run.isFinished,
      progress: run.progress)
  }

  private init(
    source: any WeightSource, drawnCount: Int, moments: Moments, zeroCount: Int,
    facts: [StructureFact], histogram: FineHistogram, range: LawRange,
    kolmogorovSmirnov: KolmogorovSmirnov?, kolmogorovBracket: KolmogorovBracket?,
    isComplete: Bool, progress: Double
  ) {
    self.source = source
    self.drawnCount = drawnCount
    self.moments = moments
    self.zeroCount = zeroCount
    self.facts = facts
    self.histogram = histogram
    self.range = range
    self.kolmogorovSmirnov = kolmogorovSmirnov
    self.kolmogorovBracket = kolmogorovBracket
    obstacle = TestObstacle(source.law, moments: (moments.count, moments.nonFiniteCount))
    density = DensityEstimate(histogram, moments: moments, law: source.law)
    self.isComplete = isComplete
    self.progress = progress
  }
}

extension Measurement {
  /// The weights of another seed counted with these, as one sample; nil for another law's or shape's.
  ///
  /// The distance from the law is not known of the sum: it takes the weights themselves.
  package func adding(_ other: Measurement) -> Measurement? {
    guard range == other.range, source.shape == other.source.shape,
      tensor.initializer == other.tensor.initializer
    else { return nil }
    var counts = histogram
    do { try counts.merge(other.histogram) } catch { return nil }
    counts.settle()
    return Measurement(
      source: other.source, drawnCount: drawnCount + other.drawnCount,
      moments: moments.merging(other.moments), zeroCount: zeroCount + other.zeroCount,
      facts: other.facts, histogram: counts, range: range, kolmogorovSmirnov: nil,
      kolmogorovBracket: nil, isComplete: other.isComplete, progress: other.progress)
  }

  /// What rules for bins need to know of the weights; of a sparse tensor those that are not zero.
  package var summary: SampleSummary { SampleSummary(moments, histogram) }

  /// The law whose distribution function the weights can be compared with; nil for weights that
  /// depend on each other, for a law without a density and before anything is drawn.
  var comparedLaw: Law? {
    let law = self.law.ofDrawnWeights
    return law.isIndependent && !law.isDegenerate && histogram.total > 0 ? law : nil
  }
}
