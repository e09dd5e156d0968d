internal import CKernels
private import Glibc

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
    words = Array(repeating: 0, count: Self.stateSize + Int(sampling_overlap_words))
    position = Self.stateSize
    words[0] = UInt32(truncatingIfNeeded: seed.bits)
    for i in 1..<Self.stateSize {
      let previous = words[i - 1]
      words[i] = 1_812_433_253 &* (previous ^ (previous >> 30)) &+ UInt32(i)
    }
  }

  // The state that seeds of several words, and Python's, are mixed into.
  static let arrayStart = Array(MersenneTwister(seed: Seed(19_650_218)).words.prefix(stateSize))

  /// Makes a generator of one seed or more, as the reference implementation's `init_by_array` does.
  ///
  /// - Precondition: there is a seed.
  package init(seeds: [UInt32], kernels: Kernels = .best) {
    self.init(seed: Seed(19_650_218), kernels: kernels)
    let last = Self.stateSize - 1
    var index = 1
    func mixed(_ factor: UInt32) -> UInt32 {
      words[index] ^ (words[index - 1] ^ words[index - 1] >> 30) &* factor
    }
    func advance() {
      if index == last { words[0] = words[last] }
      index = index == last ? 1 : index + 1
    }
    for step in 0..<max(Self.stateSize, seeds.count) {
      let place = step % seeds.count
      words[index] = mixed(1_664_525) &+ seeds[place] &+ UInt32(place)
      advance()
    }
    for _ in 0..<last {
      words[index] = mixed(1_566_083_941) &- UInt32(index)
      advance()
    }
    words[0] = 1 << 31
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
  mutating func fillUniform(_ buffer: UnsafeMutableBufferPointer<Float>, low: Float, span: Float) {
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

/// The instruction set that the inner loops run on; all give the same bits.
package struct Kernels: Sendable {
  /// The instruction sets there are kernels for.
  package enum Level: UInt32, CaseIterable, Sendable {
    /// Any processor.
    case portable
    /// x86-64 with AVX2 and FMA.
    case avx2
    /// x86-64 with AVX-512.
    case avx512
  }

  let table: sampling_kernels
  let threefry: threefry_kernels
  let philox: philox_kernels

  /// The widest that this processor has.
  package static let best = Kernels(table: ckernels_best().pointee)

  /// The kernels of one level, or nil if this processor lacks it.
  package init?(_ level: Level) {
    guard let table = ckernels_for(ckernels_level(level.rawValue)) else { return nil }
    self.init(table: table.pointee)
  }

  private init(table: ckernels) {
    (self.table, threefry, philox) = (table.sampling, table.threefry, table.philox)
  }
}
