private import Mathematics

/// Bytes made smaller, as zlib's streams hold them (RFC 1950 and 1951).
struct Deflate {
  /// A literal byte, or so many bytes as stood a distance before.
  private struct Token {
    let length: Int
    /// The distance; the byte itself where the length is 1.
    let value: Int
  }

  private let bytes: [UInt8]
  private let stride: Int
  private var output = BitWriter()
  private var tokens: [Token] = []

  private static let shortest = 3
  private static let longest = 258
  private static let window = 32_768
  private static let tokensPerBlock = 32_768

  /// A zlib stream of bytes.
  ///
  /// - Parameter stride: the distance at which they are likely to repeat, such as that of rows.
  static func zlibStream(_ bytes: [UInt8], stride: Int) -> [UInt8] {
    var deflate = Deflate(bytes: bytes, stride: stride)
    deflate.compress()
    // Deflate with a window of 32 KiB; the two bytes are a multiple of 31.
    return [0x78, 0x01] + deflate.output.bytes + Checksum.adler32(bytes).bigEndianBytes
  }

  private init(bytes: [UInt8], stride: Int) { (self.bytes, self.stride) = (bytes, stride) }

  private mutating func compress() {
    // Where four bytes were last seen, by a hash of them.
    var places = [Int](repeating: -1, count: 1 << 15)
    var position = 0
    while position < bytes.count {
      var best = Token(length: 1, value: Int(truncatingIfNeeded: bytes[position]))
      func consider(_ start: Int) {
        let distance = position - start
        guard start >= 0, distance > 0, distance <= Self.window else { return }
        let length = matchLength(start, position)
        if length >= Self.shortest, length > best.length {
          best = Token(length: length, value: distance)
        }
      }
      consider(position - 1)
      if best.length < Self.longest { consider(position - stride) }
      if position + 4 <= bytes.count {
        let place = hash(position)
        if best.length < Self.longest { consider(places[place]) }
        places[place] = position
      }
      tokens.append(best)
      position += best.length
      if tokens.count == Self.tokensPerBlock { writeBlock(isLast: position == bytes.count) }
    }
    if bytes.isEmpty || !tokens.isEmpty { writeBlock(isLast: true) }
  }

  private func matchLength(_ start: Int, _ position: Int) -> Int {
    let most = min(Self.longest, bytes.count - position)
    return bytes.withUnsafeBufferPointer { bytes in
      var length = 0
      while length < most, bytes[start + length] == bytes[position + length] { length += 1 }
      return length
    }
  }

  private func hash(_ position: Int) -> Int {
    let word = (0..<4).reduce(UInt32(0)) {
      $0 << 8 | UInt32(truncatingIfNeeded: bytes[position + $1])
    }
    return Int((word &* 0x9E37_79B1) >> 17)
  }

  /// Writes the tokens as a block with codes of its own.
  private mutating func writeBlock(isLast: Bool) {
    var literals = [Int](repeating: 0, count: 286)
    var distances = [Int](repeating: 0, count: 30)
    literals[Self.endOfBlock] = 1
    for token in tokens {
      literals[token.length == 1 ? token.value : 257 + Self.lengths.index(of: token.length)] += 1
      if token.length > 1 { distances[Self.distances.index(of: token.value)] += 1 }
    }
    let literalCode = HuffmanCode(frequencies: literals, longest: 15)
    let distanceCode = HuffmanCode(frequencies: distances, longest: 15)
    output.write(isLast ? 1 : 0, bits: 1)
    output.write(2, bits: 2)
    writeCodes(literalCode, distanceCode)
    for token in tokens {
      guard token.length > 1 else {
        output.write(token.value, in: literalCode)
        continue
      }
      let length = Self.lengths.index(of: token.length)
      output.write(257 + length, in: literalCode)
      output.write(Self.lengths.rest(of: token.length, at: length), bits: Self.lengths.bits[length])
      let distance = Self.distances.index(of: token.value)
      output.write(distance, in: distanceCode)
      output.write(
        Self.distances.rest(of: token.value, at: distance), bits: Self.distances.bits[distance])
    }
    output.write(Self.endOfBlock, in: literalCode)
    tokens.removeAll(keepingCapacity: true)
  }

  /// Writes both codes' lengths, themselves in a code (RFC 1951, section 3.2.7).
  private mutating func writeCodes(_ literals: HuffmanCode, _ distances: HuffmanCode) {
    let lengths = literals.lengths + distances.lengths
    // A run of zeros is one symbol, of anything else as many as there are.
    var symbols: [(symbol: Int, rest: Int, bits: Int)] = []
    var position = 0
    while position < lengths.count {
      let run = lengths[position...].prefix { $0 == lengths[position] }.count
      if lengths[position] == 0, run >= 11 {
        symbols.append((18, min(run, 138) - 11, 7))
        position += min(run, 138)
      } else if lengths[position] == 0, run >= 3 {
        symbols.append((17, run - 3, 3))
        position += run
      } else {
        symbols.append((lengths[position], 0, 0))
        position += 1
      }
    }
    var frequencies = [Int](repeating: 0, count: 19)
    for symbol in symbols { frequencies[symbol.symbol] += 1 }
    let code = HuffmanCode(frequencies: frequencies, longest: 7)
    output.write(UInt64(literals.lengths.count - 257), bits: 5)
    output.write(UInt64(distances.lengths.count - 1), bits: 5)
    output.write(UInt64(Self.orderOfLengths.count - 4), bits: 4)
    for symbol in Self.orderOfLengths { output.write(UInt64(code.lengths[symbol]), bits: 3) }
    for symbol in symbols {
      output.write(symbol.symbol, in: code)
      output.write(UInt64(symbol.rest), bits: symbol.bits)
    }
  }

  private static let endOfBlock = 256
  private static let orderOfLengths = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]
  private static let lengths = Steps(
    first: 3, bits: [Int](repeating: 0, count: 8) + (1...5).flatMap { [$0, $0, $0, $0] } + [0],
    last: 258)
  private static let distances = Steps(
    first: 1, bits: [0, 0] + (0...13).flatMap { [$0, $0] }, last: nil)

  /// Numbers as a symbol for a range of them, and bits that say which of the range it is.
  private struct Steps {
    /// The bits of each symbol's range.
    let bits: [Int]
    /// The least number of each range.
    private let bases: [Int]

    /// Makes ranges that follow one another; the last may be one that begins elsewhere.
    init(first: Int, bits: [Int], last: Int?) {
      self.bits = bits
      var bases = [first]
      for bits in bits.dropLast() { bases.append((bases.last ?? first) + 1 << bits) }
      if let last { bases[bases.count - 1] = last }
      self.bases = bases
    }

    func index(of number: Int) -> Int {
      var (low, high) = (0, bases.count)
      while high - low > 1 {
        let middle = (low + high) / 2
        if bases[middle] <= number { low = middle } else { high = middle }
      }
      return low
    }

    func rest(of number: Int, at index: Int) -> UInt64 { UInt64(number - bases[index]) }
  }
}

/// Bits one after the other, the first in a byte's lowest place.
private struct BitWriter {
  private var complete: [UInt8] = []
  private var pending: UInt64 = 0
  private var count = 0

  /// All bits, and zeros to the end of the last byte.
  var bytes: [UInt8] { count > 0 ? complete + [UInt8(truncatingIfNeeded: pending)] : complete }

  mutating func write(_ value: UInt64, bits: Int) {
    pending |= value << UInt64(count)
    count += bits
    while count >= 8 {
      complete.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      count -= 8
    }
  }

  mutating func write(_ symbol: Int, in code: HuffmanCode) {
    write(code.codes[symbol], bits: code.lengths[symbol])
  }
}
