/// MT19937's linear maps of words, and back.
///
/// Source: Matsumoto & Nishimura 1998, doi:10.1145/272991.272995, sections 2.1 and 3.
enum Tempering {
  /// What a bit of an output word adds to the state word that it is made of.
  static let inverse: [UInt32] = (0..<32).map { untempered(1 << UInt32($0)) }

  /// The output word's bits that a state word's uppermost bit sums.
  static let uppermost: UInt32 = (0..<32).reduce(0) { mask, bit in
    inverse[bit] >> 31 == 1 ? mask | 1 << UInt32(bit) : mask
  }

  /// The output word of a state word.
  static func tempered(_ word: UInt32) -> UInt32 {
    var y = word
    y ^= y >> 11
    y ^= (y << 7) & 0x9d2c_5680
    y ^= (y << 15) & 0xefc6_0000
    return y ^ (y >> 18)
  }

  /// The state word of an output word.
  static func untempered(_ word: UInt32) -> UInt32 {
    var y = word ^ word >> 18
    y ^= (y << 15) & 0xefc6_0000
    // Each round is right in seven more bits.
    let z = y
    for _ in 0..<4 { y = z ^ (y << 7) & 0x9d2c_5680 }
    let x = y
    for _ in 0..<2 { y = x ^ y >> 11 }
    return y
  }

  /// What the recurrence adds to the word 397 on, of an upper bit and 31 lower ones.
  static func twisted(_ word: UInt32) -> UInt32 { word >> 1 ^ (word & 1 == 1 ? 0x9908_b0df : 0) }

  /// What `twisted` has made something of.
  static func untwisted(_ word: UInt32) -> UInt32 {
    word >> 31 == 1 ? (word ^ 0x9908_b0df) << 1 | 1 : word << 1
  }
}

/// MT19937's state: 624 words in a row, of the first of which the uppermost bit counts.
struct TwisterState: Hashable, Sendable {
  var words: [UInt32]
  /// The place of the first word's output in the tensor; it may lie before or behind.
  var place: Int

  static let size = 624
}
