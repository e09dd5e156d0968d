private import Glibc

extension Generator {
  /// One standard normal in double precision, of a pair whose second half is kept.
  ///
  /// u₁, u₂ = (64 bits & (2⁵³ − 1))·2⁻⁵³; r = √(−2·log1p(−u₂)), θ = 2π·u₁; r·cos θ, then r·sin θ.
  mutating func nextNormal() -> Double {
    if let cached = cachedNormal {
      cachedNormal = nil
      return cached
    }
    let u1 = nextUnit53()
    let u2 = nextUnit53()
    let r = (-2 * log1p(-u2)).squareRoot()
    let theta = 2 * Double.pi * u1
    cachedNormal = r * sin(theta)
    return r * cos(theta)
  }

  private mutating func nextUnit53() -> Double {
    Double(next64() & (1 << 53 - 1)) * 0x1p-53
  }
}
