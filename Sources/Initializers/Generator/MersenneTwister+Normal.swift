private import Glibc

extension MersenneTwister {
  /// Writes normal numbers as `normal_(mean, std)` does: in blocks of 16, or one by one in double
  /// precision where a tensor has fewer.
  package mutating func fillNormal(
    _ block: UnsafeMutableBufferPointer<Float>, mean: Double, std: Double, remaining: Int,
    of count: Int
  ) -> Int {
    guard let base = block.baseAddress else { return 0 }
    guard count < 16 else {
      return fillNormal(
        base, capacity: block.count, mean: Float(mean), std: Float(std), remaining: remaining)
    }
    for i in 0..<remaining { base[i] = Float(nextNormal() * std + mean) }
    return remaining
  }

  // Whole blocks of 16; what is over 16·k at the tensor's end replaces the last 16 by new draws.
  private mutating func fillNormal(
    _ base: UnsafeMutablePointer<Float>, capacity: Int, mean: Float, std: Float, remaining: Int
  ) -> Int {
    let isEnd = remaining <= capacity
    // At least 16 must be left for the tail, which is rewritten as a whole.
    let count = isEnd ? remaining : min(capacity, remaining - 16) / 16 * 16
    fillUnit(base, count: count)
    transformBlocks(base, count: count / 16, mean: mean, std: std)
    if isEnd, count % 16 != 0 {
      let tail = base + (count - 16)
      fillUnit(tail, count: 16)
      transformBlocks(tail, count: 1, mean: mean, std: std)
    }
    return count
  }

  private mutating func fillUnit(_ base: UnsafeMutablePointer<Float>, count: Int) {
    fillUniform(UnsafeMutableBufferPointer(start: base, count: count), low: 0, span: 1)
  }

  // One standard normal in double precision, of a pair whose second half is kept.
  //
  // u₁, u₂ = (64 bits & (2⁵³ − 1))·2⁻⁵³; r = √(−2·log1p(−u₂)), θ = 2π·u₁; r·cos θ, then r·sin θ.
  private mutating func nextNormal() -> Double {
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
