/// How far the mean and the standard deviation of n independent draws stray by chance.
package struct StandardErrors: Equatable, Sendable {
  /// The number of draws.
  package let count: Int
  /// The law's mean.
  package let lawMean: Double
  /// The law's standard deviation σ.
  package let lawStandardDeviation: Double
  /// The law's kurtosis κ = μ₄/σ⁴: 3 for the normal law, 1.8 for the uniform.
  package let kurtosis: Double

  /// Creates the standard errors of a sample of `count` from a law.
  package init(count: Int, lawMean: Double, lawStandardDeviation: Double, kurtosis: Double) {
    self.count = count
    self.lawMean = lawMean
    self.lawStandardDeviation = lawStandardDeviation
    self.kurtosis = kurtosis
  }

  /// The standard error of the mean, σ/√n; NaN without a draw.
  package var ofMean: Double {
    count > 0 ? lawStandardDeviation / Double(count).squareRoot() : .nan
  }

  /// The standard error of the unbiased standard deviation, σ·√((κ − (n − 3)/(n − 1))/(4n)).
  ///
  /// To first order in 1/n; NaN for fewer than two draws.
  package var ofStandardDeviation: Double {
    guard count > 1 else { return .nan }
    let n = Double(count)
    let excess = kurtosis - (n - 3) / (n - 1)
    return lawStandardDeviation * (max(excess, 0) / (4 * n)).squareRoot()
  }

  /// Returns by how many standard errors a sample's mean exceeds the law's, nil where none is defined.
  package func zScore(mean: Double) -> Double? {
    score(mean - lawMean, ofMean)
  }

  /// Returns by how many standard errors a sample's standard deviation exceeds the law's, nil where
  /// none is defined.
  package func zScore(standardDeviation: Double) -> Double? {
    score(standardDeviation - lawStandardDeviation, ofStandardDeviation)
  }

  private func score(_ difference: Double, _ error: Double) -> Double? {
    guard error > 0, error.isFinite, difference.isFinite else { return nil }
    return difference / error
  }
}
