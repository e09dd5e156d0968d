internal import CKernels

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

extension KerasSeeds {
  /// The most words of a program's stream that are looked at in search of it.
  package static let mostSearched = 226

  /// Those of a range of seeds, of 32 bits, with which one of a stream's first words makes a seed that is wanted.
  ///
  /// - Parameter words: how many of them are looked at, `mostSearched` at most.
  package static func programs(
    in range: Range<UInt64>, making wanted: [UInt32], words: Int
  ) -> [UInt32] {
    let room = 1 << 12
    return [UInt32](unsafeUninitializedCapacity: room) { seeds, count in
      var request = births_range(
        first: range.lowerBound, count: UInt64(range.count), mask: 0, low: 0, width: 0,
        seeds: seeds.baseAddress, room: room)
      let found = ckernels_best().pointee.births.python_seeds(
        &request, MersenneTwister.arrayStart, wanted, wanted.count, min(words, mostSearched))
      count = min(room, found)
    }
  }
}
