/// Deterministic samples that numpy and Swift make bit for bit alike.
enum Sequences {
  /// A linear congruential generator's top 24 bits on [−1, 1).
  static func uniform(_ count: Int, seed: UInt64 = 12345) -> [Float] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(Int(state >> 40) - (1 << 23)) * 0x1p-23
    }
  }

  /// Sums of three such values: nearly normal with σ = 1.
  static func bell(_ count: Int, seed: UInt64 = 999) -> [Float] {
    let parts = uniform(3 * count, seed: seed)
    return (0..<count).map { index in
      let sum: Double = Double(parts[3 * index]) + Double(parts[3 * index + 1])
      return Float(sum + Double(parts[3 * index + 2]))
    }
  }
}

extension Array {
  /// The elements cut into blocks of a size.
  func blocks(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}

/// Whether two numbers agree to a relative tolerance.
func agree(_ a: Double, _ b: Double, _ tolerance: Double = 1e-12) -> Bool {
  a == b || abs(a - b) <= tolerance * Swift.max(abs(a), abs(b)) || (a.isNaN && b.isNaN)
}
