/// A prefix code: frequent symbols have few bits.
struct HuffmanCode {
  /// The bits of each symbol; 0 for one that has no code.
  let lengths: [Int]
  /// Each symbol's code, its first bit in the lowest place (RFC 1951, section 3.2.2).
  let codes: [UInt64]

  /// Makes the code of symbols that occur so often; two symbols at least get codes, so that the
  /// code is complete.
  ///
  /// - Parameter longest: the most bits a code may have, enough for all symbols.
  init(frequencies: [Int], longest: Int) {
    var frequencies = frequencies
    for symbol in frequencies.indices where frequencies.count(where: { $0 > 0 }) < 2 {
      frequencies[symbol] = max(1, frequencies[symbol])
    }
    var lengths = Self.lengths(frequencies)
    // Rarer symbols that look more frequent have shorter codes.
    while lengths.contains(where: { $0 > longest }) {
      frequencies = frequencies.map { $0 == 0 ? 0 : $0 / 2 + 1 }
      lengths = Self.lengths(frequencies)
    }
    self.lengths = lengths
    codes = Self.codes(lengths)
  }

  /// The code whose symbols have lengths that are known.
  private static func codes(_ lengths: [Int]) -> [UInt64] {
    var codes = [UInt64](repeating: 0, count: lengths.count)
    var next: UInt64 = 0
    for length in 1...max(1, lengths.max() ?? 1) {
      for symbol in lengths.indices where lengths[symbol] == length {
        codes[symbol] = (0..<length).reduce(0) { reversed, bit in
          reversed << 1 | next >> UInt64(bit) & 1
        }
        next += 1
      }
      next <<= 1
    }
    return codes
  }

  /// The depths of Huffman's tree: the two rarest are joined until one is left.
  private static func lengths(_ frequencies: [Int]) -> [Int] {
    struct Node {
      let frequency: Int
      let symbols: [Int]
    }
    var lengths = [Int](repeating: 0, count: frequencies.count)
    // The rarest last.
    var nodes = frequencies.indices.filter { frequencies[$0] > 0 }
      .map { Node(frequency: frequencies[$0], symbols: [$0]) }
      .sorted { $0.frequency > $1.frequency }
    while nodes.count > 1 {
      let (first, second) = (nodes.removeLast(), nodes.removeLast())
      let joined = Node(
        frequency: first.frequency + second.frequency, symbols: first.symbols + second.symbols)
      for symbol in joined.symbols { lengths[symbol] += 1 }
      var (low, high) = (0, nodes.count)
      while low < high {
        let middle = (low + high) / 2
        if nodes[middle].frequency > joined.frequency { low = middle + 1 } else { high = middle }
      }
      nodes.insert(joined, at: low)
    }
    return lengths
  }
}
