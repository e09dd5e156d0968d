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
    var words = [UInt32](repeating: 0, count: 8)
    ckernels_best().pointee.births.numpy_words(
      UInt64(UInt32(truncatingIfNeeded: seed.bits)), 1, &words)
    generator = pcg64()
    pcg64_seed(&generator, words, 1)
  }

  /// Writes those of a range of Keras's seeds with which a tensor's first number is this one, and returns how many.
  ///
  /// - Precondition: there is room for `range.count`.
  package static func find(
    _ range: Range<UInt64>, drawing draw: Draw, first number: Float,
    into seeds: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    guard let room = seeds.baseAddress, !range.isEmpty else { return 0 }
    return layers.withUnsafeBufferPointer { layers in
      var law = pcg64_law()
      switch draw {
      case .uniform(let low, let high): (law.low, law.high) = (low, high)
      case .normal(let mean, let std):
        law = pcg64_law(
          layers: layers.baseAddress, mean: mean, standard_deviation: std, low: -.infinity,
          high: .infinity)
      case .cutNormal(let mean, let std):
        let reach = 2 * std.magnitude
        law = pcg64_law(
          layers: layers.baseAddress, mean: mean, standard_deviation: std, low: mean - reach,
          high: mean + reach)
      default: return 0
      }
      var found = 0
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 8 * seedsAtATime) { words in
        guard let words = words.baseAddress else { return }
        for first in stride(from: range.lowerBound, to: range.upperBound, by: seedsAtATime) {
          let count = min(seedsAtATime, Int(range.upperBound - first))
          ckernels_best().pointee.births.numpy_words(first, count, words)
          let more = pcg64_find(words, count, &law, number, room + found)
          for index in found..<found + more { room[index] &+= UInt32(truncatingIfNeeded: first) }
          found += more
        }
      }
      return found
    }
  }

  // What the first cache holds.
  private static let seedsAtATime = 512

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
