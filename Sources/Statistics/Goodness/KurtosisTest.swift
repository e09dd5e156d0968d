private import Glibc

/// How far a sample's kurtosis is from a normal law's, in standard deviations of a nearly normal number.
///
/// F. J. Anscombe and W. J. Glynn (1983), doi:10.1093/biomet/70.1.227.
package enum KurtosisTest {
  /// Returns the number for a sample of some twenty or more; NaN where nothing varies.
  package static func score(_ moments: Moments) -> Double {
    let n = Double(moments.count)
    guard n > 5 else { return .nan }
    let expected = 3 * (n - 1) / (n + 1)
    let variance = 24 * n * (n - 2) * (n - 3) / ((n + 1) * (n + 1) * (n + 3) * (n + 5))
    let deviation = (moments.excessKurtosis + 3 - expected) / variance.squareRoot()
    let skewness =
      6 * (n * n - 5 * n + 2) / ((n + 7) * (n + 9))
      * (6 * (n + 3) * (n + 5) / (n * (n - 2) * (n - 3))).squareRoot()
    let freedom =
      6 + 8 / skewness * (2 / skewness + (1 + 4 / (skewness * skewness)).squareRoot())
    let scale = 1 + deviation * (2 / (freedom - 4)).squareRoot()
    return (1 - 2 / (9 * freedom) - cbrt((1 - 2 / freedom) / scale))
      / (2 / (9 * freedom)).squareRoot()
  }
}
