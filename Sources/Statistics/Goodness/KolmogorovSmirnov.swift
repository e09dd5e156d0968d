/// The distance of a sample's distribution function from a law's, with how often chance exceeds it.
package struct KolmogorovSmirnov: Equatable, Sendable {
  /// The number of finite values compared.
  package let count: Int

  /// D = sup|Fₙ(x) − F(x)| over all x.
  package let statistic: Double

  /// The value at which they are so far apart, the least if there are several.
  package let location: Double

  /// Whether Fₙ is above F there; if not, D is reached just below the value.
  package let isAbove: Bool

  /// Fₙ − F where they are furthest apart: D with its sign.
  package var deviation: Double { isAbove ? statistic : -statistic }

  /// The probability that a sample of a continuous law strays at least as far.
  package let pValue: Double

  /// Keeps a distance, with its probability worked out once.
  init(count: Int, statistic: Double, location: Double, isAbove: Bool) {
    self.count = count
    self.statistic = statistic
    self.location = location
    self.isAbove = isAbove
    pValue = KolmogorovDistribution.pValue(statistic: statistic, count: count)
  }
}

extension KolmogorovSmirnov {
  /// Measures the distance of numbers that are few enough to stand in memory.
  ///
  /// - Parameters:
  ///   - sorted: the numbers, finite, from the least on; at least one.
  ///   - distribution: the law's distribution function, continuous.
  package init(sorted: [Float], _ distribution: (Double) -> Double) {
    self.init(sorted: sorted, from: distribution, to: distribution, areExact: true)
  }

  /// Measures the distance of numbers that have been rounded, where their distribution function is known: at
  /// the ends of what is rounded to each.
  ///
  /// - Parameters:
  ///   - sorted: the numbers, finite, from the least on; at least one.
  ///   - start: the law's distribution function where what is rounded to a number begins.
  ///   - end: the same where it ends.
  package init(
    sorted: [Float], from start: (Double) -> Double, to end: (Double) -> Double
  ) {
    self.init(sorted: sorted, from: start, to: end, areExact: false)
  }

  private init(
    sorted: [Float], from start: (Double) -> Double, to end: (Double) -> Double, areExact: Bool
  ) {
    let count = Double(sorted.count)
    var (statistic, location, isAbove) = (0.0, 0.0, false)
    for (index, number) in sorted.enumerated() {
      let value = end(Double(number))
      let least = areExact ? value : start(Double(number))
      let (above, below) = (Double(index + 1) / count - value, least - Double(index) / count)
      if max(above, below) > statistic {
        (statistic, location, isAbove) = (max(above, below), Double(number), above > below)
      }
    }
    self.init(count: sorted.count, statistic: statistic, location: location, isAbove: isAbove)
  }
}

/// Where a sample's distance from a law is for certain while it is still being looked for.
package struct KolmogorovBracket: Equatable, Sendable {
  /// D is at least the lower end, which the sample reaches, and at most the upper.
  package let statistic: ClosedRange<Double>

  /// The probability that a sample of a continuous law strays at least as far as D.
  package let pValue: ClosedRange<Double>

  /// Keeps a bracket of the distance of `count` values, with that of its probability.
  init(count: Int, statistic: ClosedRange<Double>) {
    self.statistic = statistic
    let least = KolmogorovDistribution.pValue(statistic: statistic.upperBound, count: count)
    let most = KolmogorovDistribution.pValue(statistic: statistic.lowerBound, count: count)
    pValue = least...max(least, most)
  }
}
