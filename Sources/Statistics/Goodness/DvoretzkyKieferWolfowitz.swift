import Glibc

/// The band that holds a law's whole distribution function around a sample's.
///
/// P(sup|Fₙ − F| > ε) ≤ 2·exp(−2nε²) for every n, with the constant of
/// P. Massart (1990), doi:10.1214/aop/1176990746.
package enum DvoretzkyKieferWolfowitz {
  /// Returns the band's half-width ε = √(ln(2/α)/(2n)), at most 1.
  package static func halfWidth(count: Int, confidence: Double = 0.95) -> Double {
    min(halfWidth(count: count, alpha: min(1 - confidence, 1)), 1)
  }

  /// Returns √(ln(2/α)/(2n)), which for a few draws is more than 1, where the band says nothing.
  package static func halfWidth(count: Int, alpha: Double) -> Double {
    guard count > 0, alpha > 0, alpha < 2 else { return 1 }
    return (log(2 / alpha) / (2 * Double(count))).squareRoot()
  }
}
