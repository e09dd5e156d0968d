private import Glibc

/// What Stirling's formula leaves of ln Γ.
enum StirlingError {
  /// ln Γ(x) − (x − ½)·ln x + x − ½·ln 2π, by DLMF 5.11.1 from 16 on; x > 0.
  static func value(_ x: Double) -> Double {
    guard x < 16 else {
      let r = 1 / (x * x)
      return (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r / 1188)))) / x
    }
    var sign: Int32 = 0
    return lgamma_r(x, &sign) - (x - 0.5) * log(x) + x - 0.5 * log(2 * Double.pi)
  }
}
