private import Initializers
private import Statistics

/// Theory and sample of one quantity, and how far apart they are in standard normal units.
public struct Score: Equatable, Sendable {
  /// The law's value; nil where the law has none.
  public let theory: Double?
  /// The sample's value.
  public let sample: Double
  /// The distance in units that are standard normal for an honest sample; nil where none is defined.
  public let z: Double?
}

/// The table of theory, sample and z.
///
/// Of a sparse tensor it is about the weights that are not zero. Where weights depend on each other,
/// or nothing is drawn, there are no z-scores.
public struct Scores: Equatable, Sendable {
  /// The mean; z in standard errors σ/√n.
  public let mean: Score
  /// The standard deviation, or for an orthogonal matrix the root mean square; z in its standard
  /// errors.
  public let std: Score
  /// The largest |w|; theory only for a bounded law.
  public let bound: Score
  /// The least weight; theory is the median of the least of n draws.
  public let minimum: Score
  /// The greatest weight; theory is the median of the greatest of n draws.
  public let maximum: Score

  /// Scores a measurement.
  public init(_ measurement: Measurement) {
    let law = measurement.recipe.law.ofDrawnWeights
    let moments = measurement.moments
    let n = moments.count
    let isScored = law.isIndependent && !law.isDegenerate && n > 0
    let errors = StandardErrors(
      count: n, lawMean: law.mean, lawStandardDeviation: law.std, kurtosis: law.kurtosis)
    let spread =
      switch law {
      case .sphere: moments.rootMeanSquare
      // A tensor of zeros and ones is no sample: its standard deviation divides by n.
      case .ones: moments.standardDeviation * (1 - 1 / Double(max(1, n))).squareRoot()
      default: moments.standardDeviation
      }
    mean = Score(
      theory: law.mean, sample: moments.mean,
      z: isScored ? errors.zScore(mean: moments.mean) : nil)
    std = Score(
      theory: law.std, sample: spread,
      z: isScored ? errors.zScore(standardDeviation: spread) : nil)
    bound = Score(
      theory: law.bound, sample: max(abs(moments.minimum), abs(moments.maximum)), z: nil)
    let extremes = ExtremeScores(law: law, count: n)
    minimum = Score(
      theory: isScored ? extremes.medianMinimum : nil, sample: moments.minimum,
      z: isScored ? extremes.zScore(minimum: moments.minimum) : nil)
    maximum = Score(
      theory: isScored ? extremes.medianMaximum : nil, sample: moments.maximum,
      z: isScored ? extremes.zScore(maximum: moments.maximum) : nil)
  }
}
