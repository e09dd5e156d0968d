internal import CKernels

/// JAX's generator: Threefry-2x32 with 20 rounds, addressed by key and counter.
///
/// Word i of a key is both halves of the block at counter i, xored, so that any number can be had without
/// those before it (`jax_threefry_partitionable`, the default since JAX 0.5).
/// Source: Salmon et al. 2011, doi:10.1145/2063384.2063405; `jax.random`, JAX 0.10.2 on a CPU.
package struct Threefry: Hashable, Sendable {
  /// The key's two halves.
  package let key: SIMD2<UInt32>

  /// Takes a key as it is.
  package init(key: SIMD2<UInt32>) { self.key = key }

  /// Makes the key of a seed: `jax.random.key(seed)` without x64 keeps its low 32 bits.
  package init(seed: Seed) { key = [0, UInt32(truncatingIfNeeded: seed.bits)] }

  /// Another key, by a number: `jax.random.fold_in(key, data)`.
  package func folding(in data: UInt32) -> Threefry { Threefry(key: block(at: UInt64(data))) }

  /// One of the keys that `jax.random.split` makes, whatever their number.
  package func child(_ index: UInt64) -> Threefry { Threefry(key: block(at: index)) }

  // Both halves at a counter.
  private func block(at counter: UInt64) -> SIMD2<UInt32> {
    let keys = [key[0], key[1], key[0] ^ key[1] ^ 0x1BD1_1BDA]
    let rotations: [[UInt32]] = [[13, 15, 26, 6], [17, 29, 16, 24]]
    var a = UInt32(truncatingIfNeeded: counter >> 32) &+ keys[0]
    var b = UInt32(truncatingIfNeeded: counter) &+ keys[1]
    for group in 0..<5 {
      for bits in rotations[group % 2] {
        a &+= b
        b = (b << bits | b >> (32 - bits)) ^ a
      }
      a &+= keys[(group + 1) % 3]
      b &+= keys[(group + 2) % 3] &+ UInt32(group + 1)
    }
    return [a, b]
  }
}

/// Numbers of a Threefry key from one index on, as `jax.random` draws them; all levels give the same bits.
package struct ThreefryNumbers: Sendable {
  /// The key.
  package let generator: Threefry
  private let table: threefry_kernels

  /// √2 as XLA multiplies by it.
  package static let root = Float(2).squareRoot()

  /// Prepares to draw on an instruction set.
  package init(_ generator: Threefry, kernels: Kernels = .best) {
    self.generator = generator
    table = kernels.threefry
  }

  /// Fills a block of random words.
  package func fill(_ block: UnsafeMutableBufferPointer<UInt32>, from first: Int) {
    guard let base = block.baseAddress else { return }
    withKey { table.words($0, UInt64(first), base, block.count) }
  }

  /// Fills a block as `jax.random.uniform(key, minval, maxval) * scale` does.
  package func fillUniform(
    _ block: UnsafeMutableBufferPointer<Float>, from first: Int, low: Float, high: Float,
    scale: Float = 1
  ) {
    guard let base = block.baseAddress else { return }
    withKey { table.uniform($0, UInt64(first), base, block.count, low, high - low, scale) }
  }

  /// Fills a block as `jax.random.normal(key) * scale` does; compiled, XLA multiplies √2·scale first.
  package func fillNormal(
    _ block: UnsafeMutableBufferPointer<Float>, from first: Int, scale: Float = 1,
    isCompiled: Bool = false
  ) {
    guard let base = block.baseAddress else { return }
    let (factor, last) = isCompiled ? (Self.root * scale, 1) : (Self.root, scale)
    withKey { table.normal($0, UInt64(first), base, block.count, factor, last) }
  }

  /// Fills a block as `jax.random.truncated_normal(key, -2, 2) * scale` does.
  package func fillTruncatedNormal(
    _ block: UnsafeMutableBufferPointer<Float>, from first: Int, scale: Float = 1
  ) {
    guard let base = block.baseAddress else { return }
    withKey { table.truncated($0, UInt64(first), base, block.count, scale) }
  }

  private func withKey(_ call: (UnsafePointer<UInt32>) -> Void) {
    var key = (generator.key[0], generator.key[1])
    withUnsafePointer(to: &key) { pointer in
      pointer.withMemoryRebound(to: UInt32.self, capacity: 2) { call($0) }
    }
  }
}
