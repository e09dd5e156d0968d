internal import CKernels

/// NumPy's generator: PCG XSL-RR 128/64, and the ziggurat for normal numbers.
///
/// Uniform numbers can be passed over without drawing them, normal ones cannot.
/// Source: O'Neill 2014; Marsaglia & Tsang 2000, doi:10.18637/jss.v005.i08; `numpy.random.default_rng([s, 0])`,
/// NumPy 2.4.
package struct PCG64Generator: TruncatingGenerator {
  private var generator: pcg64
  // The later half of a word that was cut in two.
  private var half: UInt32?
  // Numbers to pass over before the next, whose kind is known when they are drawn.
  private var skipped = 0

  // Made once; no layer changes after that.
  private static let layers = [ziggurat_layer](
    unsafeUninitializedCapacity: Int(ziggurat_layers)
  ) { layers, count in
    ziggurat_prepare(layers.baseAddress)
    count = layers.count
  }

  /// Makes the generator of a tensor for a seed of Keras, of which NumPy is given the low 32 bits and a zero.
  package init(seed: Seed) {
    let words = SeedSequence([UInt32(truncatingIfNeeded: seed.bits), 0]).words(8)
    let halves = (0..<4).map { UInt64(words[2 * $0 + 1]) << 32 | UInt64(words[2 * $0]) }
    // An increment is odd; the first step from zero reaches it.
    let increment = [halves[2] << 1 | halves[3] >> 63, halves[3] << 1 | 1]
    let (low, carry) = increment[1].addingReportingOverflow(halves[1])
    let high = increment[0] &+ halves[0] &+ (carry ? 1 : 0)
    generator = pcg64(state: (high, low), increment: (increment[0], increment[1]))
    pcg64_skip(&generator, 1)
  }

  /// Fills a block of random words, of 64 bits the lower half first.
  package mutating func fill(_ words: UnsafeMutableBufferPointer<UInt32>) {
    for _ in 0..<skipped { _ = next32() }
    skipped = 0
    for index in words.indices { words[index] = next32() }
  }

  private mutating func next32() -> UInt32 {
    if let word = half {
      half = nil
      return word
    }
    var word: UInt64 = 0
    pcg64_words(&generator, &word, 1)
    half = UInt32(truncatingIfNeeded: word >> 32)
    return UInt32(truncatingIfNeeded: word)
  }

  /// Fills a block as `uniform(low, high)` does, rounded from double precision.
  package mutating func fillUniform(
    _ block: UnsafeMutableBufferPointer<Float>, low: Double, high: Double
  ) {
    pcg64_skip(&generator, UInt64(skipped))
    skipped = 0
    guard let base = block.baseAddress else { return }
    pcg64_uniform(&generator, base, block.count, low, high - low)
  }

  /// Writes normal numbers as `normal(mean, std)` does, rounded from double precision.
  package mutating func fillNormal(
    _ block: UnsafeMutableBufferPointer<Float>, mean: Double, std: Double, remaining: Int,
    of count: Int
  ) -> Int {
    fill(
      block, remaining: remaining, mean: mean, std: std, low: -.infinity, high: .infinity)
  }

  /// Writes numbers as Keras does: normal ones without those beyond mean ± 2·std.
  package mutating func fillTruncatedNormal(
    _ block: UnsafeMutableBufferPointer<Float>, mean: Double, std: Double, remaining: Int,
    of count: Int
  ) -> Int {
    let reach = 2 * std.magnitude
    return fill(
      block, remaining: remaining, mean: mean, std: std, low: mean - reach, high: mean + reach)
  }

  private mutating func fill(
    _ block: UnsafeMutableBufferPointer<Float>, remaining: Int, mean: Double, std: Double,
    low: Double, high: Double
  ) -> Int {
    guard let base = block.baseAddress else { return 0 }
    let count = min(block.count, remaining)
    // What is passed over is written where the numbers will be.
    while skipped > 0, count > 0 {
      let step = min(skipped, count)
      draw(base, step, mean, std, low, high)
      skipped -= step
    }
    draw(base, count, mean, std, low, high)
    return count
  }

  private mutating func draw(
    _ base: UnsafeMutablePointer<Float>, _ count: Int, _ mean: Double, _ std: Double,
    _ low: Double, _ high: Double
  ) {
    Self.layers.withUnsafeBufferPointer {
      pcg64_normal(&generator, $0.baseAddress, base, count, mean, std, low, high)
    }
  }

  /// A number takes as many words as its layer needs.
  package var hasOneDrawEach: Bool { false }
  /// One that is left out takes more.
  package var hasOneCutDrawEach: Bool { false }

  /// Passes over as many numbers of the kind that is drawn next.
  package mutating func skip(_ count: Int) { skipped += count }
}

/// NumPy's way to make a generator's state of a few words.
///
/// Source: `numpy.random.SeedSequence`, after O'Neill's `seed_seq_fe`.
private struct SeedSequence {
  private var pool: [UInt32] = [0, 0, 0, 0]

  // At most four words are given.
  init(_ entropy: [UInt32]) {
    var hash = Hash(constant: 0x43B0_D7E5, factor: 0x931E_8875)
    for index in pool.indices { pool[index] = hash(index < entropy.count ? entropy[index] : 0) }
    for source in pool.indices {
      for place in pool.indices where place != source {
        let mixed = 0xCA01_F9DD &* pool[place] &- 0x4973_F715 &* hash(pool[source])
        pool[place] = mixed ^ mixed >> 16
      }
    }
  }

  // What `generate_state` returns.
  func words(_ count: Int) -> [UInt32] {
    var hash = Hash(constant: 0x8B51_F9DD, factor: 0x58F3_8DED)
    return (0..<count).map { hash(pool[$0 % pool.count]) }
  }

  private struct Hash {
    var constant: UInt32
    let factor: UInt32

    mutating func callAsFunction(_ word: UInt32) -> UInt32 {
      let before = constant
      constant &*= factor
      let product = (word ^ before) &* constant
      return product ^ product >> 16
    }
  }
}
