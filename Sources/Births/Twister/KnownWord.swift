/// What a number tells of the word that it was made of: the bits in `mask` are those of `value`.
struct KnownWord: Hashable, Sendable {
  var mask: UInt32 = 0
  var value: UInt32 = 0

  /// Nothing.
  static let unknown = KnownWord()

  /// What all words from one to another have in common, of so many bits.
  static func between(_ low: UInt32, _ high: UInt32, bits: Int) -> KnownWord {
    let differing = UInt32.bitWidth - (low ^ high).leadingZeroBitCount
    let all: UInt32 = bits < 32 ? 1 << UInt32(bits) - 1 : .max
    let mask = differing < 32 ? all & (UInt32.max << UInt32(differing)) : 0
    return KnownWord(mask: mask, value: low & mask)
  }

  var isWhole: Bool { mask == .max }

  /// Whether a word may be this one.
  func admits(_ word: UInt32) -> Bool { (word ^ value) & mask == 0 }
}

/// A way back from numbers to the words of the generator.
protocol WordReading: Sendable {
  /// The words of numbers that begin at a multiple of `unit`, each at its number's place.
  func words(_ numbers: [Float]) -> [KnownWord]
  /// How many numbers are read together.
  var unit: Int { get }
  /// The numbers of a tensor that its words are in one order with.
  func range(of count: Int) -> Range<Int>
  /// How often numbers that are read together seem to be drawn though they are not.
  var chance: Double { get }
}

extension WordReading {
  /// Whether numbers that are read together may all have been drawn.
  func isIntact(_ words: ArraySlice<KnownWord>) -> Bool { words.allSatisfy { $0.mask != 0 } }
}
