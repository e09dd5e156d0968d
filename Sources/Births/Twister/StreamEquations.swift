internal import CKernels

/// Equations over GF(2) for the state of MT19937, from words known in part at any places of its stream.
///
/// The unknowns are the uppermost bits of 19937 state words in a row. Bit b of the word n places on is a
/// polynomial of the step, xⁿ·c_b modulo the characteristic polynomial, so that the next word's equations are the
/// last one's times x, and those far away are had by squaring.
struct StreamEquations: Sendable {
  /// The rows: the unknowns in each equation, and what they sum to in the bit behind them.
  private(set) var rows: [UInt64] = []
  /// How many there are.
  private(set) var count = 0

  static let unknowns = Int(births_state_bits)
  static let rowWords = Int(births_row_words)

  // The place that the unknowns begin at; that of the power, and xⁿ for it.
  private let start: Int
  private var place: Int
  private var power: [UInt64]

  /// Begins at the place of the first word there will be.
  init(start: Int, capacity: Int) {
    (self.start, place) = (start, start)
    power = [UInt64](repeating: 0, count: Self.rowWords)
    power[0] = 1
    rows.reserveCapacity(capacity * Self.rowWords)
  }

  /// Adds the equations of words in a row, behind all that were added before.
  mutating func add(_ words: [KnownWord], at first: Int) {
    move(to: first)
    var bits = [UInt64](repeating: 0, count: 32 * Self.rowWords)
    births_outputs(power, &bits)
    let used = words.reduce(0 as UInt32) { $0 | $1.mask }
    var outputs = (0..<32).map { Array(bits[$0 * Self.rowWords..<($0 + 1) * Self.rowWords]) }
    for word in words {
      for bit in 0..<32 where used >> UInt32(bit) & 1 == 1 {
        if word.mask >> UInt32(bit) & 1 == 1 {
          rows += outputs[bit]
          if word.value >> UInt32(bit) & 1 == 1 {
            rows[rows.count - 1] ^= 1 << UInt64(Self.unknowns % 64)
          }
          count += 1
        }
        births_shift(&outputs[bit], 1)
      }
    }
  }

  // From power to power: by steps where they are few, else from the beginning by squaring.
  private mutating func move(to target: Int) {
    let longest = 600
    if target - place > longest * 512 {
      power = [UInt64](repeating: 0, count: Self.rowWords)
      power[0] = 1
      let exponent = target - start
      for bit in stride(from: Int.bitWidth - exponent.leadingZeroBitCount - 1, through: 0, by: -1) {
        births_square(&power)
        if exponent >> bit & 1 == 1 { births_shift(&power, 1) }
      }
      place = target
    }
    while place < target {
      let step = min(longest, target - place)
      births_shift(&power, UInt32(step))
      place += step
    }
  }
}
