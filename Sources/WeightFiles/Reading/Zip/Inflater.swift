/// Bytes of deflate's, made larger again piece by piece (RFC 1951).
///
/// It has no more of them in memory at once than a window. Written here since zlib would be a library
/// to install, and to trust, for a hundred lines.
struct Inflater: Sendable {
  /// The bytes are no stream of deflate's.
  struct Damage: Error {}

  // What has been made: the last bytes, which what follows may repeat, and those not yet taken.
  private var window = [UInt8](repeating: 0, count: 2 * windowSize + 512)
  private var made = windowSize
  private var taken = windowSize
  // The first byte of the window that has been made.
  private var oldest = windowSize
  private var input: [UInt8] = []
  private var position = 0
  private var bits: UInt64 = 0
  private var bitCount = 0
  private var block = Block.none
  private var isLast = false
  private var literals = PrefixCode()
  private var distances = PrefixCode()

  private static let windowSize = 1 << 15

  private enum Block { case none, stored(Int), coded, end }

  /// Whether all has been made and taken.
  var isFinished: Bool {
    if case .end = block { taken == made } else { false }
  }

  /// Makes the next bytes, as many as there is room for, and returns how many; fewer at the end.
  ///
  /// - Parameter more: hands over compressed bytes, none at their end.
  mutating func next(
    into buffer: UnsafeMutableRawBufferPointer,
    more: () throws(TensorFileError) -> [UInt8]
  ) throws -> Int {
    var done = 0
    while done < buffer.count {
      if taken == made {
        if case .end = block { break }
        try make(more)
        continue
      }
      let count = min(buffer.count - done, made - taken)
      window.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[taken..<taken + count]))
      }
      taken += count
      done += count
    }
    return done
  }

  // Makes about as many bytes as a window has, or comes to a block's end.
  private mutating func make(_ more: () throws(TensorFileError) -> [UInt8]) throws {
    // What may be repeated moves to the front.
    let kept = made - Self.windowSize
    if kept > 0 {
      window.withUnsafeMutableBytes { window in
        guard let start = window.baseAddress else { return }
        start.copyMemory(from: start + kept, byteCount: Self.windowSize)
      }
      (made, taken) = (Self.windowSize, Self.windowSize)
      oldest = max(0, oldest - kept)
    }
    switch block {
    case .none: try begin(more)
    case .stored(let rest): try copy(rest, more)
    case .coded: try decode(more)
    case .end: break
    }
  }

  private mutating func begin(_ more: () throws(TensorFileError) -> [UInt8]) throws {
    guard !isLast else {
      block = .end
      return
    }
    isLast = try take(1, more) == 1
    switch try take(2, more) {
    case 0:
      _ = try take(bitCount % 8, more)
      let length = try take(16, more)
      guard try take(16, more) == ~length & 0xFFFF else { throw Damage() }
      block = .stored(length)
    case 1:
      literals = .fixedLiterals
      distances = .fixedDistances
      block = .coded
    case 2:
      try readCodes(more)
      block = .coded
    default: throw Damage()
    }
  }

  private mutating func copy(
    _ rest: Int, _ more: () throws(TensorFileError) -> [UInt8]
  ) throws {
    var count = min(rest, Self.windowSize)
    block = rest > count ? .stored(rest - count) : .none
    while count > 0 {
      // Those that were read ahead, and then straight from what there is.
      if bitCount > 0 {
        window[made] = UInt8(truncatingIfNeeded: try take(8, more))
        (made, count) = (made + 1, count - 1)
        continue
      }
      if position == input.count {
        (input, position) = (try more(), 0)
        guard !input.isEmpty else { throw Damage() }
      }
      let piece = min(count, input.count - position)
      window.replaceSubrange(made..<made + piece, with: input[position..<position + piece])
      (made, position, count) = (made + piece, position + piece, count - piece)
    }
  }

  // At least so many bits, at most 32; zeros past the end, which are not there to be taken.
  private mutating func need(
    _ count: Int, _ more: () throws(TensorFileError) -> [UInt8]
  ) throws {
    while bitCount < count {
      if position == input.count {
        (input, position) = (try more(), 0)
        guard !input.isEmpty else { return }
      }
      bits |= UInt64(truncatingIfNeeded: input[position]) << UInt64(bitCount)
      position += 1
      bitCount += 8
    }
  }

  private mutating func take(
    _ count: Int, _ more: () throws(TensorFileError) -> [UInt8]
  ) throws -> Int {
    try need(count, more)
    guard bitCount >= count else { throw Damage() }
    let value = bits & (1 << UInt64(count) - 1)
    bits >>= UInt64(count)
    bitCount -= count
    return Int(value)
  }

  private mutating func symbol(
    _ code: PrefixCode, _ more: () throws(TensorFileError) -> [UInt8]
  ) throws -> Int {
    try need(PrefixCode.longest, more)
    let (symbol, length) = code.next(bits)
    guard length > 0, length <= bitCount else { throw Damage() }
    bits >>= UInt64(length)
    bitCount -= length
    return symbol
  }

  // The order in which a block has the lengths of the code that its other codes are written in.
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private mutating func readCodes(_ more: () throws(TensorFileError) -> [UInt8]) throws {
    let literalCount = try take(5, more) + 257
    let distanceCount = try take(5, more) + 1
    let lengthCount = try take(4, more) + 4
    guard literalCount <= 286, distanceCount <= 30 else { throw Damage() }
    var lengths = [UInt8](repeating: 0, count: 19)
    for index in 0..<lengthCount {
      lengths[Self.order[index]] = UInt8(truncatingIfNeeded: try take(3, more))
    }
    guard let code = PrefixCode(lengths[...], isWhole: true) else { throw Damage() }
    lengths = []
    while lengths.count < literalCount + distanceCount {
      let symbol = try symbol(code, more)
      switch symbol {
      case 0..<16: lengths.append(UInt8(symbol))
      case 16:
        guard let last = lengths.last else { throw Damage() }
        lengths += repeatElement(last, count: try take(2, more) + 3)
      case 17: lengths += repeatElement(0, count: try take(3, more) + 3)
      default: lengths += repeatElement(0, count: try take(7, more) + 11)
      }
    }
    // The last repetition ends where the codes do, and there is a sign for the block's end.
    guard lengths.count == literalCount + distanceCount, lengths[256] > 0,
      let literals = PrefixCode(lengths[..<literalCount]),
      let distances = PrefixCode(lengths[literalCount...])
    else { throw Damage() }
    (self.literals, self.distances) = (literals, distances)
  }

  private mutating func decode(_ more: () throws(TensorFileError) -> [UInt8]) throws {
    let end = 2 * Self.windowSize
    while made < end {
      try decodeAhead(to: end)
      guard made < end, case .coded = block else { return }
      // Near the end of what has been read, bit by bit.
      let symbol = try symbol(literals, more)
      if symbol < 256 {
        window[made] = UInt8(truncatingIfNeeded: symbol)
        made += 1
        continue
      }
      guard symbol > 256 else {
        block = .none
        return
      }
      guard symbol < 286 else { throw Damage() }
      let (base, extra) = Self.lengths[symbol - 257]
      let length = base + (try take(extra, more))
      let place = try self.symbol(distances, more)
      guard place < 30 else { throw Damage() }
      let (near, further) = Self.distanceBases[place]
      let distance = near + (try take(further, more))
      guard distance <= made - oldest else { throw Damage() }
      window.withUnsafeMutableBytes { window in
        guard let start = window.baseAddress else { return }
        Self.copy(length, from: distance, in: start + made)
      }
      made += length
    }
  }

  // The same as long as eight bytes of input are at hand, which hold any length and its distance.
  private mutating func decodeAhead(to end: Int) throws {
    var (bits, bitCount, position, made) = (bits, bitCount, position, made)
    let oldest = oldest
    let (literals, distances) = (literals, distances)
    let isDone = try input.withUnsafeBytes { input in
      try window.withUnsafeMutableBytes { window in
        guard let window = window.baseAddress else { return false }
        func take(_ count: Int) -> Int {
          defer {
            bits >>= UInt64(truncatingIfNeeded: count)
            bitCount &-= count
          }
          return Int(truncatingIfNeeded: bits & (1 << UInt64(truncatingIfNeeded: count) &- 1))
        }
        while made < end, position &+ 8 <= input.count {
          // As many whole bytes as there is room for; those that are not counted come again.
          let next = input.loadUnaligned(fromByteOffset: position, as: UInt64.self)
          bits |= UInt64(littleEndian: next) << UInt64(truncatingIfNeeded: bitCount)
          position &+= (63 &- bitCount) >> 3
          bitCount |= 56
          let (symbol, size) = literals.next(bits)
          guard size > 0 else { throw Damage() }
          bits >>= UInt64(truncatingIfNeeded: size)
          bitCount &-= size
          if symbol < 256 {
            window.storeBytes(
              of: UInt8(truncatingIfNeeded: symbol), toByteOffset: made, as: UInt8.self)
            made &+= 1
            continue
          }
          guard symbol > 256 else { return true }
          guard symbol < 286 else { throw Damage() }
          let (base, extra) = Self.lengths[symbol - 257]
          let length = base + take(extra)
          let (place, width) = distances.next(bits)
          guard width > 0, place < 30 else { throw Damage() }
          _ = take(width)
          let (near, further) = Self.distanceBases[place]
          let distance = near + take(further)
          guard distance <= made - oldest else { throw Damage() }
          Self.copy(length, from: distance, in: window + made)
          made += length
        }
        return false
      }
    }
    // What is beyond the bits that count is read again.
    bits &= 1 << UInt64(truncatingIfNeeded: bitCount) &- 1
    (self.bits, self.bitCount, self.position, self.made) = (bits, bitCount, position, made)
    if isDone { block = .none }
  }

  // Repeats bytes of before, which may reach into those that are made by it.
  @inline(__always)
  private static func copy(_ length: Int, from distance: Int, in place: UnsafeMutableRawPointer) {
    if distance >= length {
      place.copyMemory(from: place - distance, byteCount: length)
    } else {
      for index in 0..<length {
        place.storeBytes(
          of: (place - distance).load(fromByteOffset: index, as: UInt8.self), toByteOffset: index,
          as: UInt8.self)
      }
    }
  }

  // The least length of a symbol from 257 on, and the bits that are added to it.
  private static let lengths: [(Int, Int)] =
    (0..<28).map { symbol in
      guard symbol >= 8 else { return (symbol + 3, 0) }
      let extra = symbol / 4 - 1
      return ((4 + symbol % 4) << extra + 3, extra)
    } + [(258, 0)]

  // The same of distances.
  private static let distanceBases: [(Int, Int)] = (0..<30).map { symbol in
    guard symbol >= 4 else { return (symbol + 1, 0) }
    let extra = symbol / 2 - 1
    return ((2 + symbol % 2) << extra + 1, extra)
  }
}
