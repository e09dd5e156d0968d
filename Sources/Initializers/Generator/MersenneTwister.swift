internal import CKernels

/// PyTorch's CPU generator: MT19937 and one cached normal.
///
/// Draws of successive tensors continue one stream.
/// Source: Matsumoto & Nishimura 1998, doi:10.1145/272991.272995; `torch.Generator`.
package struct MersenneTwister: Generator {
  /// The second value of the last pair drawn one at a time; it outlives the tensor.
  var cachedNormal: Double?
  private var words: [UInt32]
  private var position: Int
  private let kernels: Kernels

  private static let stateSize = Int(sampling_state_words)

  /// Makes a generator as `torch.manual_seed(seed)` leaves it.
  package init(seed: Seed, kernels: Kernels = .best) {
    self.kernels = kernels
    words = Array(
      repeating: 0, count: Self.stateSize + Int(sampling_overlap_words))
    position = Self.stateSize
    words[0] = UInt32(truncatingIfNeeded: seed.bits)
    for i in 1..<Self.stateSize {
      let previous = words[i - 1]
      words[i] = 1_812_433_253 &* (previous ^ (previous >> 30)) &+ UInt32(i)
    }
  }

  /// The next 32 random bits.
  package mutating func next32() -> UInt32 {
    if position == Self.stateSize { refill() }
    var y = words[position]
    position += 1
    y ^= y >> 11
    y ^= (y << 7) & 0x9d2c_5680
    y ^= (y << 15) & 0xefc6_0000
    return y ^ (y >> 18)
  }

  /// The next 64 random bits, the first draw in the upper half.
  package mutating func next64() -> UInt64 {
    let high = UInt64(next32())
    return high << 32 | UInt64(next32())
  }

  /// Passes over draws without using them.
  package mutating func skip(_ count: Int) {
    var left = count
    while left > 0 {
      if position == Self.stateSize { refill() }
      let step = min(left, Self.stateSize - position)
      position += step
      left -= step
    }
  }

  /// Fills a block of 32 bits each.
  package mutating func fill(_ words: UnsafeMutableBufferPointer<UInt32>) {
    for index in words.indices { words[index] = next32() }
  }

  /// Fills a buffer with fma(u, span, low), u = (draw & (2²⁴ − 1))·2⁻²⁴, one draw an element.
  mutating func fillUniform(
    _ buffer: UnsafeMutableBufferPointer<Float>, low: Float, span: Float
  ) {
    guard var out = buffer.baseAddress else { return }
    var left = buffer.count
    while left > 0 {
      if position == Self.stateSize { refill() }
      let step = min(left, Self.stateSize - position)
      words.withUnsafeBufferPointer { words in
        guard let base = words.baseAddress else { return }
        kernels.table.uniform(base + position, out, step, low, span)
      }
      position += step
      out += step
      left -= step
    }
  }

  /// Fills a block as `uniform_(low, high)` does; both ends are rounded to float32 first.
  ///
  /// Where rounding reaches `high`, which is not in [low, high), PyTorch puts `low` instead.
  package mutating func fillUniform(
    _ block: UnsafeMutableBufferPointer<Float>, low: Double, high: Double
  ) {
    let (from, to) = (Float(low), Float(high))
    let span = to - from
    fillUniform(block, low: from, span: span)
    // The map from draws to values never falls, so the largest draw tells whether any reaches it.
    guard from.addingProduct(1 - 0x1p-24, span) == to else { return }
    for index in block.indices where block[index] == to { block[index] = from }
  }

  /// Turns blocks of 16 uniform numbers into normal ones, in place.
  func transformBlocks(
    _ values: UnsafeMutablePointer<Float>, count blocks: Int, mean: Float, std: Float
  ) {
    kernels.table.normal(values, blocks, mean, std)
  }

  private mutating func refill() {
    words.withUnsafeMutableBufferPointer { words in
      guard let base = words.baseAddress else { return }
      kernels.table.refill(base)
    }
    position = 0
  }
}
