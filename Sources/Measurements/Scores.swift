internal import Initializers
internal import Mathematics
internal import Statistics

/// Theory and sample of one quantity, and how far apart they are in standard normal units.
package struct Score: Equatable, Sendable {
  /// The law's value; nil where the law has none.
  package let theory: Double?
  /// The sample's value.
  package let sample: Double
  /// The distance in units that are standard normal for an honest sample; nil where none is defined.
  package let z: Double?
}

/// The table of theory, sample and z.
///
/// Of a sparse tensor it is about the weights that are not zero. There are no z-scores where
/// `Measurement.obstacle` says why.
package struct Scores: Equatable, Sendable {
  /// The mean; z in standard errors σ/√n.
  package let mean: Score
  /// The standard deviation, divided by n − 1, with z in its standard errors; or the root mean square
  /// of an orthogonal matrix and of zeros and ones, which is exact.
  package let std: Score
  /// The largest |w|; theory only for a bounded law.
  package let bound: Score
  /// The least weight; theory is the median of the least of n draws.
  package let minimum: Score
  /// The greatest weight; theory is the median of the greatest of n draws.
  package let maximum: Score

  /// Scores a measurement.
  package init(_ measurement: Measurement) {
    let law = measurement.law.ofDrawnWeights
    let moments = measurement.moments
    let n = moments.count
    let isScored = measurement.obstacle == nil
    let hasExtremes = law.isIndependent && !law.isDegenerate && n > 0
    let errors = StandardErrors(
      count: n, lawMean: law.mean, lawStandardDeviation: law.std, kurtosis: law.kurtosis)
    let isExact = law.hasExactRootMeanSquare
    let spread = isExact ? moments.rootMeanSquare : moments.standardDeviation
    mean = Score(
      theory: law.mean, sample: moments.mean,
      z: isScored ? errors.zScore(mean: moments.mean) : nil)
    std = Score(
      theory: isExact ? law.rootMeanSquare : law.std, sample: spread,
      z: isScored ? errors.zScore(standardDeviation: spread) : nil)
    bound = Score(
      theory: law.bound, sample: max(abs(moments.minimum), abs(moments.maximum)), z: nil)
    let extremes = ExtremeScores(law: law, count: n)
    minimum = Score(
      theory: hasExtremes ? extremes.medianMinimum : nil, sample: moments.minimum,
      z: isScored ? extremes.zScore(minimum: moments.minimum) : nil)
    maximum = Score(
      theory: hasExtremes ? extremes.medianMaximum : nil, sample: moments.maximum,
      z: isScored ? extremes.zScore(maximum: moments.maximum) : nil)
  }
}

/// What the least and the greatest of n weights should be, and how unusual they are.
struct ExtremeScores {
  private let law: Law
  private let count: Int
  private let extremes: Extremes

  // Both samplers start from numbers of 24 bits. From here on the coarseness of what they make of
  // them shows in the extremes, which for a normal law has no simple form.
  private static let largestContinuousCount = 1 << 22
  private static let gridStep = 0x1p-24

  init(law: Law, count: Int) {
    self.law = law
    self.count = count
    extremes = Extremes(count: count)
  }

  /// The median of the least of n draws.
  var medianMinimum: Double {
    extremes.minimumQuantile(0.5, lawQuantile: { law.quantile($0) })
  }

  /// The median of the greatest of n draws.
  var medianMaximum: Double {
    extremes.maximumQuantile(0.5, lawQuantile: { law.quantile($0) })
  }

  /// The standard normal value as unusual as a minimum; nil where none is defined.
  func zScore(minimum: Double) -> Double? {
    zScore(tail: law.distribution(minimum), endsOnStep: false)
  }

  /// The standard normal value as unusual as a maximum; nil where none is defined.
  func zScore(maximum: Double) -> Double? {
    // The upper tail is read as a lower one, where its digits are kept.
    zScore(tail: 1 - law.distribution(maximum), endsOnStep: true).map { -$0 }
  }

  // Of a uniform law on its grid the probability is the middle of the step the extreme stands on:
  // tails k and k + 1 for a minimum, k - 1 and k for a maximum, whose u never reaches 1.
  private func zScore(tail: Double, endsOnStep: Bool) -> Double? {
    var probability = extremes.minimumProbability(tail)
    if case .uniform = law {
      // float32 rounds the weight to a neighbour of its place on the grid.
      let steps = (tail / Self.gridStep).rounded()
      let first = endsOnStep ? max(0, steps - 1) : steps
      probability =
        (extremes.minimumProbability(first * Self.gridStep)
          + extremes.minimumProbability(min(1, (first + 1) * Self.gridStep))) / 2
    } else if count > Self.largestContinuousCount {
      return nil
    }
    let z = NormalDistribution.quantile(probability)
    return z.isFinite ? z : nil
  }
}
