private import Initializers
private import Statistics

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
