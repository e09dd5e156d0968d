/// PyTorch's generator as Keras uses it: one for each tensor, and ways of its own from its numbers to others.
///
/// Source: `keras.src.backend.torch.random`, Keras 3.15.
package struct KerasTorchGenerator: TruncatingGenerator {
  private var generator: MersenneTwister

  /// Makes the generator of a tensor for a seed of Keras, whose low 32 bits count.
  package init(seed: Seed, kernels: Kernels = .best) {
    generator = MersenneTwister(seed: seed, kernels: kernels)
  }

  /// Fills a block of random words.
  package mutating func fill(_ words: UnsafeMutableBufferPointer<UInt32>) { generator.fill(words) }

  /// Fills a block with float32(high − low)·u + low, both steps rounded, u as `torch.rand` draws it.
  package mutating func fillUniform(
    _ block: UnsafeMutableBufferPointer<Float>, low: Double, high: Double
  ) {
    let (span, from) = (Float(high - low), Float(low))
    generator.fillUniform(block, low: 0 as Float, span: 1)
    for index in block.indices { block[index] = block[index] * span + from }
  }

  /// Writes normal numbers as `torch.normal(mean, std)` does.
  package mutating func fillNormal(
    _ block: UnsafeMutableBufferPointer<Float>, mean: Double, std: Double, remaining: Int,
    of count: Int
  ) -> Int {
    generator.fillNormal(block, mean: mean, std: std, remaining: remaining, of: count)
  }

  /// Writes, of four standard normal numbers each, the first inside (−2, 2), or the first of all if none is,
  /// times `std`, plus `mean`; they are drawn as one tensor of four times as many.
  package mutating func fillTruncatedNormal(
    _ block: UnsafeMutableBufferPointer<Float>, mean: Double, std: Double, remaining: Int,
    of count: Int
  ) -> Int {
    let scale = Float(std)
    let target = min(block.count, remaining)
    var written = 0
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 4 * Self.chunk) { candidates in
      // Less than this is too little room, but for all that remain.
      while written < target,
        target - written >= WeightStream.smallestBlock / 4 || target == remaining
      {
        let room = candidates.prefix(4 * (target - written))
        let drawn = generator.fillNormal(
          UnsafeMutableBufferPointer(rebasing: room), mean: 0, std: 1,
          remaining: 4 * (remaining - written), of: 4 * count)
        for start in stride(from: 0, to: drawn, by: 4) {
          let four = candidates[start..<start + 4]
          block[written] =
            (four.first { $0.magnitude < 2 } ?? candidates[start]) * scale + Float(mean)
          written += 1
        }
      }
    }
    return written
  }

  /// Each takes four.
  package var hasOneCutDrawEach: Bool { false }

  /// Passes over as many uniform numbers, or normal ones of a large tensor.
  package mutating func skip(_ count: Int) { generator.skip(count) }

  // A multiple of 16 candidates, which the first cache holds.
  private static let chunk = 1024
}
