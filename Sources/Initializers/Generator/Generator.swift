internal import Expressions

/// A framework's random numbers: one stream of bits, and the framework's way to fill tensors with it.
///
/// Draws of successive tensors continue one stream. A tensor is filled block by block; its numbers
/// do not depend on the sizes of the blocks.
package protocol Generator: Sendable {
  /// Fills a block of random words.
  mutating func fill(_ words: UnsafeMutableBufferPointer<UInt32>)

  /// Fills a block with the next uniform numbers of a tensor.
  mutating func fillUniform(_ block: UnsafeMutableBufferPointer<Float>, low: Double, high: Double)

  /// Writes the next normal numbers of a tensor of `count`, of which `remaining` are still to come,
  /// and returns how many; all if the block has room for them.
  ///
  /// - Precondition: the block has room for `WeightStream.smallestBlock` numbers, or for all that
  ///   remain.
  mutating func fillNormal(
    _ block: UnsafeMutableBufferPointer<Float>, mean: Double, std: Double, remaining: Int,
    of count: Int
  ) -> Int

  /// Passes over as many uniform numbers, or normal ones of a large tensor, without drawing them.
  mutating func skip(_ count: Int)

  /// Whether a normal number takes as much of the stream as another, so that `skip` passes over it.
  var hasOneDrawEach: Bool { get }
}

extension Generator {
  /// Most do.
  package var hasOneDrawEach: Bool { true }
}

/// A generator with a way of its own to draw normal numbers cut to two standard deviations.
package protocol TruncatingGenerator: Generator {
  /// Writes the next numbers of a tensor of `count`, N(mean, std²) cut to mean ± 2·std, and returns how
  /// many, as `fillNormal` does.
  mutating func fillTruncatedNormal(
    _ block: UnsafeMutableBufferPointer<Float>, mean: Double, std: Double, remaining: Int,
    of count: Int
  ) -> Int

  /// Whether a cut number takes as much of the stream as a normal one, so that `skip` passes over it.
  var hasOneCutDrawEach: Bool { get }
}

extension Generator {
  /// A tensor filled with uniform numbers.
  package mutating func uniforms(_ count: Int, low: Double, high: Double) -> [Float] {
    [Float](unsafeUninitializedCapacity: count) { numbers, written in
      fillUniform(UnsafeMutableBufferPointer(rebasing: numbers[..<count]), low: low, high: high)
      written = count
    }
  }

  /// A tensor filled with normal numbers.
  package mutating func normals(_ count: Int, mean: Double = 0, std: Double = 1) -> [Float] {
    [Float](unsafeUninitializedCapacity: count) { numbers, written in
      written =
        count == 0
        ? 0
        : fillNormal(
          UnsafeMutableBufferPointer(rebasing: numbers[..<count]), mean: mean, std: std,
          remaining: count, of: count)
    }
  }
}

/// A seed as `torch.manual_seed` takes it: −2⁶³ … 2⁶⁴−1, a negative s meaning s + 2⁶⁴.
package struct Seed: Hashable, Sendable, CustomStringConvertible {
  /// The 64 bits; MT19937 is seeded by the low 32 of them.
  package let bits: UInt64

  /// Makes a seed from its 64 bits.
  package init(_ bits: UInt64) { self.bits = bits }

  /// Parses a whole number: decimal or hexadecimal digits, or an expression such as 2**32+1.
  ///
  /// - Throws: `InitializerError.invalidSeed` if the text is no integer in range.
  package init(parsing text: String) throws(InitializerError) {
    guard let seed = Int128(evaluating: text) else { throw .invalidSeed(text) }
    if let bits = UInt64(exactly: seed) {
      self.bits = bits
    } else if let negative = Int64(exactly: seed) {
      bits = UInt64(bitPattern: negative)
    } else {
      throw .invalidSeed(text)
    }
  }

  /// The seed `distance` further, wrapping around.
  package func advanced(by distance: Int) -> Seed {
    Seed(bits &+ UInt64(bitPattern: Int64(distance)))
  }

  /// The decimal digits.
  package var description: String { String(bits) }
}
