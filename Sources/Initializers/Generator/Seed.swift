internal import Expressions

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
