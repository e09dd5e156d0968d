/// A code whose words have several lengths and are read bit by bit, in canonical order.
struct PrefixCode: Sendable {
  /// The most bits of a word.
  static let longest = 15
  // Words up to so many bits are looked up at once.
  private static let tableBits = 10

  // A word's symbol and length, by the next bits; 0 where more of them are needed.
  private var table = [UInt16](repeating: 0, count: 1 << tableBits)
  // How many words there are of each length, and the symbols in the words' order.
  private var counts = [Int](repeating: 0, count: longest + 1)
  private var symbols: [UInt16] = []

  static let fixedLiterals =
    PrefixCode(
      ([UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112)
        + [UInt8](repeating: 7, count: 24) + [UInt8](repeating: 8, count: 8))[...]) ?? PrefixCode()
  static let fixedDistances =
    PrefixCode([UInt8](repeating: 5, count: 32)[...]) ?? PrefixCode()

  /// A code without words.
  init() {}

  /// Makes a code of its symbols' lengths, 0 for those without a word.
  ///
  /// - Returns: nil if there are too many words for their lengths, or too few, unless it is one of one
  ///   bit or none and the code need not be whole.
  init?(_ lengths: ArraySlice<UInt8>, isWhole: Bool = false) {
    for length in lengths { counts[Int(length)] += 1 }
    counts[0] = 0
    var room = 1
    for length in 1...Self.longest {
      room = room << 1 - counts[length]
      guard room >= 0 else { return nil }
    }
    guard room == 0 || !isWhole && counts[2...].allSatisfy({ $0 == 0 }) else { return nil }
    var places = [Int](repeating: 0, count: Self.longest + 2)
    var words = places
    for length in 1...Self.longest {
      places[length + 1] = places[length] + counts[length]
      words[length + 1] = (words[length] + counts[length]) << 1
    }
    symbols = [UInt16](repeating: 0, count: places[Self.longest + 1])
    for (symbol, length) in lengths.enumerated() where length > 0 {
      let length = Int(length)
      symbols[places[length]] = UInt16(symbol)
      places[length] += 1
      let word = words[length]
      words[length] += 1
      guard length <= Self.tableBits else { continue }
      // Words are read from their highest bit on, which comes first.
      var reversed = 0
      for bit in 0..<length { reversed |= (word >> bit & 1) << (length - 1 - bit) }
      let entry = UInt16(symbol << 4 | length)
      for index in stride(from: reversed, to: table.count, by: 1 << length) { table[index] = entry }
    }
  }

  /// The symbol of the word that comes next, and its length; 0 where there is no such word.
  @inline(__always)
  func next(_ bits: UInt64) -> (symbol: Int, length: Int) {
    let entry = Int(table[Int(truncatingIfNeeded: bits) & (1 << Self.tableBits - 1)])
    return entry > 0 ? (entry >> 4, entry & 15) : nextLong(bits)
  }

  // The same of words that are not in the table.
  @inline(never)
  private func nextLong(_ bits: UInt64) -> (symbol: Int, length: Int) {
    var (word, first, index) = (0, 0, 0)
    for length in 1...Self.longest {
      word |= Int(bits >> UInt64(length - 1) & 1)
      if word - first < counts[length] {
        return (Int(symbols[index + word - first]), length)
      }
      index += counts[length]
      first = (first + counts[length]) << 1
      word <<= 1
    }
    return (0, 0)
  }
}
