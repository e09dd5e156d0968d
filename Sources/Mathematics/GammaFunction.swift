private import Glibc

/// The gamma function, complete and incomplete; the upper tail of the latter is that of χ².
package enum GammaFunction {
  /// Returns Q(a, x) = Γ(a, x)/Γ(a), by its series below a + 1 and its continued fraction above.
  ///
  /// W. Gautschi (1979), doi:10.1145/355972.355975; the fraction by Lentz's method (1976),
  /// doi:10.1364/AO.15.000668.
  package static func upperRegularized(_ a: Double, _ x: Double) -> Double {
    guard a > 0, !x.isNaN, a.isFinite else { return .nan }
    guard x > 0 else { return 1 }
    guard x.isFinite else { return 0 }
    var sign: Int32 = 0
    let scale = exp(a * log(x) - x - lgamma_r(a, &sign))
    let terms = 200 + Int(clamping: min(40 * a.squareRoot(), 1e7))
    if x < a + 1 {
      var (term, sum, denominator) = (1 / a, 1 / a, a)
      for _ in 0..<terms {
        denominator += 1
        term *= x / denominator
        sum += term
        if term < sum * 0x1p-54 { break }
      }
      return min(max(1 - sum * scale, 0), 1)
    }
    var b = x + 1 - a
    var c = 1 / Double.leastNormalMagnitude
    var d = 1 / b
    var fraction = d
    for index in 1...terms {
      let i = Double(index)
      let numerator = -i * (i - a)
      b += 2
      d = 1 / nonzero(numerator * d + b)
      c = nonzero(b + numerator / c)
      let change = d * c
      fraction *= change
      if abs(change - 1) < 0x1p-52 { break }
    }
    return min(max(scale * fraction, 0), 1)
  }

  /// Returns what Stirling's formula leaves of ln Γ: ln Γ(x) − (x − ½)·ln x + x − ½·ln 2π for x > 0,
  /// by DLMF 5.11.1 from 16 on.
  package static func stirlingError(_ x: Double) -> Double {
    guard x < 16 else {
      let r = 1 / (x * x)
      return (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r / 1188)))) / x
    }
    var sign: Int32 = 0
    return lgamma_r(x, &sign) - (x - 0.5) * log(x) + x - 0.5 * log(2 * Double.pi)
  }

  private static func nonzero(_ value: Double) -> Double {
    abs(value) < .leastNormalMagnitude ? .leastNormalMagnitude : value
  }
}
