internal import Initializers
internal import Mathematics
internal import Statistics

extension SliceSums.Slices {
  /// How often slices of independent weights of a law differ as much, in their means and in their mean
  /// squares; nil where there are too few numbers in each.
  ///
  /// Training moves some rows and columns more than others.
  func evenness(of law: Law) -> (means: Double, squares: Double)? {
    guard sums.count > 1, length >= 16, law.std > 0 else { return nil }
    let (count, size) = (Double(sums.count), Double(length))
    let (mean, variance) = (law.mean, law.std * law.std)
    let average = sums.reduce(0, +) / count
    let spread = sums.reduce(0) { $0 + ($1 - average) * ($1 - average) } / (size * variance)
    // About the law's mean.
    let about = zip(sums, squares).map { $1 - 2 * mean * $0 + size * mean * mean }
    let center = about.reduce(0, +) / count
    let own = (law.kurtosis - 1) * variance * variance
    let difference = about.reduce(0) { $0 + ($1 - center) * ($1 - center) } / (size * own)
    // A square's own excess kurtosis widens the variance of χ², which a larger unit with fewer degrees of
    // freedom has as well.
    let unit = 1 + squaresExcess(of: law) / (2 * size)
    let freedom = sums.count - 1
    return (
      ChiSquare.survival(spread, degreesOfFreedom: freedom),
      ChiSquare.survival(
        difference / unit, degreesOfFreedom: max(1, Int(clamping: Double(freedom) / unit)))
    )
  }

  // No less than it is: 12 of χ² with one degree of freedom.
  private func squaresExcess(of law: Law) -> Double {
    switch law {
    case .uniform: 0
    case .truncatedNormal(let cut): cut.kurtosis < 2.5 ? 2 : 12
    default: 12
    }
  }
}
