import Glibc
internal import Mathematics

/// The law of D, the distance of a sample's distribution function from that of its law.
package enum KolmogorovDistribution {
  /// The largest sample whose law is computed exactly; the work grows as n².
  package static let largestExactCount = 1000

  /// Returns P(D ≥ `statistic`) for a sample of `count` from a continuous law known beforehand.
  ///
  /// The exact law up to n = `largestExactCount`, beyond it Pelz and Good's expansion, whose error
  /// falls as n⁻²: both meet to 7·10⁻⁸. For nD² ≥ 4, where P < 7·10⁻⁴, it is twice the one-sided
  /// law, exact to 4·10⁻¹¹ of itself up to n = 5000 and to some 10⁻⁴ of itself from there on.
  /// The choice of methods follows R. Simard, P. L'Ecuyer (2011), doi:10.18637/jss.v039.i11.
  ///
  /// - Complexity: O(n²) up to `largestExactCount`, O(n) in the tail up to 5000, else O(1).
  package static func pValue(statistic: Double, count: Int) -> Double {
    guard count > 0, !statistic.isNaN else { return .nan }
    let n = Double(count)
    let scaled = n * statistic
    if scaled <= 0.5 { return 1 }
    if statistic >= 1 { return 0 }
    let p: Double
    if scaled >= n - 1 && statistic >= 0.5 {
      p = 2 * pow(1 - statistic, n)
    } else if scaled <= 1 {
      // n!·(2D − 1/n)ⁿ: every value must lie near its place.
      p = 1 - factorialRatio(count) * exp(n * (log(2 * scaled - 1) - 1))
    } else if statistic >= 0.5 || scaled * statistic >= 4 {
      p = 2 * oneSidedSurvival(statistic, count: count)
    } else if count <= largestExactCount {
      p = 1 - exactDistribution(statistic, count: count)
    } else {
      p = 1 - expandedDistribution(statistic, count: count)
    }
    return min(max(p, 0), 1)
  }

  /// n!·(e/n)ⁿ.
  static func factorialRatio(_ count: Int) -> Double {
    let n = Double(count)
    return (2 * Double.pi * n).squareRoot() * exp(GammaFunction.stirlingError(n))
  }
}
