private import Glibc

/// The level at which each of n order statistics is tested alone so that all of them together stay
/// within their limits with probability 95 %.
///
/// Equal local levels: S. Aldor-Noiman et al. (2013), doi:10.1080/00031305.2013.847865. Up to a
/// million draws the levels are exact, from the probability that an empirical process crosses either
/// boundary, computed step by step. Beyond they follow V. Gontscharuk and H. Finner (2017),
/// doi:10.1002/bimj.201500251, with their constant of 1.3 for 5 %.
package enum LocalLevel {
  /// The probability that all order statistics of an honest sample stay within.
  package static let confidence = 0.95

  /// Returns the level η of n draws, of which each tail has half; 5 % for a single draw.
  package static func value(count: Int) -> Double {
    guard count > 1 else { return 0.05 }
    let n = Double(count)
    guard let last = table.last, n < last.count else { return asymptotic(n) }
    let after = table.firstIndex { $0.count > n } ?? table.count
    let first = min(max(after - 2, 0), table.count - 4)
    return exp(interpolated(table[first..<(first + 4)], at: scale(n)))
  }

  // Nearly a straight line against this.
  private static func scale(_ n: Double) -> Double { log(1 + log(n)) }

  // Lagrange's cubic through four points, within 3e-4 of the exact levels.
  private static func interpolated(
    _ points: ArraySlice<(count: Double, level: Double)>, at x: Double
  ) -> Double {
    points.reduce(0) { sum, point in
      let place = scale(point.count)
      let weight = points.reduce(1) { product, other in
        other.count == point.count
          ? product : product * (x - scale(other.count)) / (place - scale(other.count))
      }
      return sum + weight * log(point.level)
    }
  }

  private static func asymptotic(_ n: Double) -> Double {
    let twice = log(log(n))
    // The constant still grows at a million draws, where it continues what the table has.
    let constant = 1.3058579791305942 + 0.0054 * log10(n / 1e6)
    return -log(confidence) / (2 * twice * log(n)) * (1 - constant * log(twice) / twice)
  }

  private static let table: [(count: Double, level: Double)] = [
    (1, 0.05), (2, 0.026533154624439344), (3, 0.018633324171306444), (5, 0.012271379563966489),
    (7, 0.00950564994096491), (10, 0.007384985838486045), (20, 0.004770695566831702),
    (50, 0.002957778328163146), (100, 0.002195272341216496), (200, 0.0017028486726591123),
    (500, 0.001284252578808553), (1000, 0.0010711115187452822), (2000, 0.0009129267289944206),
    (5000, 0.0007589575729143828), (10_000, 0.0006707383372802877),
    (20_000, 0.0005995334926567525), (50_000, 0.0005243698080558381),
    (100_000, 0.0004781792838521345), (200_000, 0.0004389676292603627),
    (500_000, 0.0003954700525375083), (1_000_000, 0.00036755307156823697),
  ]
}
