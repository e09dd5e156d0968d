internal import CKernels

/// TensorFlow's stateless generator: Philox-4x32 with 10 rounds.
///
/// Four numbers are drawn at each counter, so that any can be had without those before it.
/// Source: Salmon et al. 2011, doi:10.1145/2063384.2063405; `tf.random.stateless_uniform` and its like with
/// the seed [s, 0], TensorFlow 2.21 on a CPU.
package struct PhiloxGenerator: TruncatingGenerator {
  // Philox's key, and the upper half of all counters.
  private let key: SIMD4<UInt32>
  private let kernels: Kernels
  private var position = 0

  /// How many seeds there are that differ: 2³¹ − 2.
  package static let seedCount: Int64 = 0x7FFF_FFFE

  /// Makes the generator of a tensor for a seed of Keras, which takes it as a signed number modulo 2³¹ − 2;
  /// TensorFlow scrambles that.
  package init(seed: Seed, kernels: Kernels = .best) {
    let remainder = Int64(bitPattern: seed.bits) % Self.seedCount
    var words = [UInt32](repeating: 0, count: 4)
    kernels.philox(
      key: [0x3EC8_F720, 0x0246_1E29, 0, 0],
      from: remainder < 0 ? remainder + Self.seedCount : remainder,
      &words, groups: 1)
    key = SIMD4(words)
    self.kernels = kernels
  }

  /// Fills a block of random words.
  package mutating func fill(_ words: UnsafeMutableBufferPointer<UInt32>) {
    draw(words) { kernels, key, first, words, groups in
      kernels.philox(key: key, from: first, words, groups: groups)
    }
  }

  /// Fills a block as `stateless_uniform(minval, maxval)` does: u·(high − low) + low, u of 23 bits, each
  /// product and sum rounded.
  package mutating func fillUniform(
    _ block: UnsafeMutableBufferPointer<Float>, low: Double, high: Double
  ) {
    let (from, to) = (Float(low), Float(high))
    draw(block) { kernels, key, first, values, groups in
      kernels.philox(key: key, from: first, values, groups: groups)
      kernels.philox.uniform(values, 4 * groups, from, to - from)
    }
  }

  /// Writes normal numbers as `stateless_normal(mean, stddev)` does: z·std + mean, both steps rounded.
  package mutating func fillNormal(
    _ block: UnsafeMutableBufferPointer<Float>, mean: Double, std: Double, remaining: Int,
    of count: Int
  ) -> Int {
    let drawn = UnsafeMutableBufferPointer(rebasing: block.prefix(remaining))
    draw(drawn) { kernels, key, first, values, groups in
      kernels.philox(key: key, from: first, values, groups: groups)
      kernels.transformPairs(values, groups: groups, mean: Float(mean), std: Float(std))
    }
    return drawn.count
  }

  /// Writes numbers as `stateless_truncated_normal(stddev)` does: each group of four owns 256 counters, and
  /// takes what lies within two standard deviations.
  package mutating func fillTruncatedNormal(
    _ block: UnsafeMutableBufferPointer<Float>, mean: Double, std: Double, remaining: Int,
    of count: Int
  ) -> Int {
    let drawn = UnsafeMutableBufferPointer(rebasing: block.prefix(remaining))
    draw(drawn) { kernels, key, first, values, groups in
      withWords(of: key) {
        kernels.philox.truncated($0, UInt64(first), values, groups, Float(std))
      }
    }
    if mean != 0 { for index in drawn.indices { drawn[index] += Float(mean) } }
    return drawn.count
  }

  /// A group of four has its own counters, as of normal numbers.
  package var hasOneCutDrawEach: Bool { true }

  /// Passes over as many numbers.
  package mutating func skip(_ count: Int) { position += count }

  // Draws the next numbers, a few groups of four at a time, of which the first and last may be needed in part.
  private mutating func draw<Number: BitwiseCopyable>(
    _ block: UnsafeMutableBufferPointer<Number>,
    by drawGroups: (Kernels, SIMD4<UInt32>, Int64, UnsafeMutablePointer<Number>, Int) -> Void
  ) {
    guard let base = block.baseAddress else { return }
    var done = 0
    while done < block.count {
      let (group, offset) = position.quotientAndRemainder(dividingBy: 4)
      let left = block.count - done
      let step: Int
      if offset == 0, left >= 4 {
        let groups = min(left / 4, Self.groupsAtATime)
        drawGroups(kernels, key, Int64(group), base + done, groups)
        step = 4 * groups
      } else {
        step = min(4 - offset, left)
        withUnsafeTemporaryAllocation(of: Number.self, capacity: 4) { numbers in
          guard let first = numbers.baseAddress else { return }
          drawGroups(kernels, key, Int64(group), first, 1)
          (base + done).update(from: first + offset, count: step)
        }
      }
      done += step
      position += step
    }
  }

  // What the first cache holds with ease, since words become numbers in place.
  private static let groupsAtATime = 512
}

private func withWords(of key: SIMD4<UInt32>, _ call: (UnsafePointer<UInt32>) -> Void) {
  withUnsafePointer(to: key) { pointer in
    pointer.withMemoryRebound(to: UInt32.self, capacity: 4) { call($0) }
  }
}

extension Kernels {
  // Writes the words at as many counters, four to each; numbers of 32 bits are made of them in place.
  fileprivate func philox<Number: BitwiseCopyable>(
    key: SIMD4<UInt32>, from first: Int64, _ words: UnsafeMutablePointer<Number>, groups: Int
  ) {
    words.withMemoryRebound(to: UInt32.self, capacity: 4 * groups) { words in
      withWords(of: key) { philox.words($0, UInt64(first), words, groups) }
    }
  }

  /// Turns groups of four words into normal numbers, in place: Box and Muller's way, with the bits that glibc's
  /// `logf`, `sinf` and `cosf` give.
  package func transformPairs(
    _ values: UnsafeMutablePointer<Float>, groups: Int, mean: Float, std: Float
  ) {
    philox.normal(values, groups, mean, std)
  }
}
