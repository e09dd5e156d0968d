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
public struct Scores: Equatable, Sendable {
  /// The mean; z in standard errors σ/√n.
  public let mean: Score
  /// The standard deviation; z in its standard errors.
  public let std: Score
  /// The largest distance from the law's centre; theory only for a bounded law.
  public let bound: Score
  /// The least weight; theory is the median of the least of n draws.
  public let minimum: Score
  /// The greatest weight; theory is the median of the greatest of n draws.
  public let maximum: Score

  /// Scores a measurement.
  public init(_ measurement: Measurement) {
    let law = measurement.recipe.law
    let moments = measurement.moments
    let n = moments.count
    let errors = StandardErrors(
      count: n, lawMean: law.mean, lawStandardDeviation: law.std, kurtosis: law.kurtosis)
    let hasDensity = !law.isDegenerate && n > 0
    let extremes = Extremes(count: n)
    mean = Score(
      theory: law.mean, sample: moments.mean, z: errors.zScore(mean: moments.mean))
    std = Score(
      theory: law.std, sample: moments.standardDeviation,
      z: errors.zScore(standardDeviation: moments.standardDeviation))
    let reach = max(abs(moments.minimum - law.mean), abs(moments.maximum - law.mean))
    bound = Score(theory: law.bound, sample: reach, z: nil)
    minimum = Score(
      theory: hasDensity
        ? extremes.minimumQuantile(0.5, lawQuantile: { law.quantile($0) }) : nil,
      sample: moments.minimum,
      z: hasDensity
        ? Self.normalScore(extremes.minimumProbability(law.distribution(moments.minimum))) : nil)
    // By symmetry of the laws the upper tail is computed as a lower one, which keeps its digits.
    let mirrored = 2 * law.mean - moments.maximum
    maximum = Score(
      theory: hasDensity
        ? 2 * law.mean - extremes.minimumQuantile(0.5, lawQuantile: { law.quantile($0) }) : nil,
      sample: moments.maximum,
      z: hasDensity
        ? Self.normalScore(extremes.minimumProbability(law.distribution(mirrored))).map { -$0 }
        : nil)
  }

  private static func normalScore(_ probability: Double) -> Double? {
    let z = NormalDistribution.quantile(probability)
    return z.isFinite ? z : nil
  }
}
