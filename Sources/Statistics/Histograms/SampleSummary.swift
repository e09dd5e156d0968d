/// What bin rules and bandwidths need to know of a sample.
package struct SampleSummary: Equatable, Sendable {
  /// The number of values.
  package var count: Int

  /// The greatest value less the least.
  package var range: Double

  /// The square root of Σ(x − mean)²/n.
  package var populationStandardDeviation: Double

  /// The distance between the quartiles.
  package var interquartileRange: Double

  /// The skewness m₃ / m₂^(3/2).
  package var skewness: Double

  /// Creates a summary of known numbers.
  package init(
    count: Int, range: Double, populationStandardDeviation: Double, interquartileRange: Double,
    skewness: Double = 0
  ) {
    self.count = count
    self.range = range
    self.populationStandardDeviation = populationStandardDeviation
    self.interquartileRange = interquartileRange
    self.skewness = skewness
  }

  /// Creates the summary of an accumulated sample.
  package init(_ sample: SampleAccumulator) {
    self.init(sample.moments, sample.histogram)
  }

  /// Creates the summary of a sample's moments and its counts in fine cells.
  package init(_ moments: Moments, _ histogram: FineHistogram) {
    self.init(
      count: moments.count, range: moments.maximum - moments.minimum,
      populationStandardDeviation: (moments.squares / Double(moments.count)).squareRoot(),
      interquartileRange: histogram.interquartileRange, skewness: moments.skewness)
  }
}
