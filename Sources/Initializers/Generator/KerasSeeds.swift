/// The seeds that Keras gives initializers without one of their own, after `keras.utils.set_random_seed(seed)`.
///
/// Each is Python's `random.randint(1, 10⁹)`; layers with a generator of their own take one as well.
/// Source: CPython's `random.py`; `keras.src.random.seed_generator.make_default_seed`, Keras 3.15.
package struct KerasSeeds: Sendable {
  private var generator: MersenneTwister

  /// Starts as `random.seed(seed)` does.
  package init(seed: Seed) {
    let (low, high) = (
      UInt32(truncatingIfNeeded: seed.bits), UInt32(truncatingIfNeeded: seed.bits >> 32)
    )
    generator = MersenneTwister(seeds: high == 0 ? [low] : [low, high])
  }

  /// The next seed, from 1 to 10⁹: 30 bits, drawn again where they are too many, and one.
  package mutating func next() -> UInt32 {
    while true {
      let number = generator.next32() >> 2
      if number < 1_000_000_000 { return number + 1 }
    }
  }
}
