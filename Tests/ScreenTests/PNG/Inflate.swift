/// What a zlib stream holds (RFC 1950 and 1951), for checking streams that are written.
enum Inflate {
  enum Failure: Error {
    case header, block, code, distance, end, sum
  }

  /// The bytes of a stream that ends where it says.
  static func bytes(of stream: [UInt8]) throws -> [UInt8] {
    guard stream.count >= 6, stream[0] == 0x78,
      (Int(stream[0]) << 8 | Int(stream[1])) % 31 == 0
    else { throw Failure.header }
    var bits = Bits(bytes: stream, position: 16)
    var output: [UInt8] = []
    var isLast = false
    while !isLast {
      isLast = try bits.take(1) == 1
      switch try bits.take(2) {
      case 0: try copy(&bits, to: &output)
      case 1: try expand(&bits, fixedLiterals, Code([Int](repeating: 5, count: 30)), to: &output)
      case 2:
        let (literals, distances) = try codes(&bits)
        try expand(&bits, literals, distances, to: &output)
      default: throw Failure.block
      }
    }
    let end = (bits.position + 7) / 8
    guard stream.count == end + 4 else { throw Failure.end }
    var (a, b) = (1, 0)
    for byte in output {
      a = (a + Int(byte)) % 65521
      b = (b + a) % 65521
    }
    guard stream[end...].reduce(0, { $0 << 8 | Int($1) }) == b << 16 | a else { throw Failure.sum }
    return output
  }

  private struct Bits {
    let bytes: [UInt8]
    var position: Int

    mutating func take(_ count: Int) throws -> Int {
      guard position + count <= 8 * bytes.count else { throw Failure.end }
      defer { position += count }
      return (0..<count).reduce(0) { sum, bit in
        let place = position + bit
        return sum | Int(bytes[place / 8] >> UInt8(place % 8) & 1) << bit
      }
    }
  }

  /// A prefix code from its lengths, which must leave no code unused but where there is only one.
  private struct Code {
    private var symbols: [[Int]: Int] = [:]
    private let longest: Int

    init(_ lengths: [Int]) {
      longest = lengths.max() ?? 0
      var code = 0
      for length in 1...max(1, longest) {
        for (symbol, own) in lengths.enumerated() where own == length {
          symbols[[length, code]] = symbol
          code += 1
        }
        code <<= 1
      }
    }

    func symbol(_ bits: inout Bits) throws -> Int {
      var code = 0
      for length in 1...max(1, longest) {
        code = code << 1 | (try bits.take(1))
        if let symbol = symbols[[length, code]] { return symbol }
      }
      throw Failure.code
    }
  }

  private static let fixedLiterals = Code(
    (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })

  private static func copy(_ bits: inout Bits, to output: inout [UInt8]) throws {
    bits.position = (bits.position + 7) / 8 * 8
    let count = try bits.take(16)
    guard try bits.take(16) == count ^ 0xFFFF else { throw Failure.block }
    for _ in 0..<count { output.append(UInt8(try bits.take(8))) }
  }

  private static func codes(_ bits: inout Bits) throws -> (Code, Code) {
    let literals = try bits.take(5) + 257
    let distances = try bits.take(5) + 1
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    var ownLengths = [Int](repeating: 0, count: 19)
    for symbol in order.prefix(try bits.take(4) + 4) { ownLengths[symbol] = try bits.take(3) }
    let code = Code(ownLengths)
    var lengths: [Int] = []
    while lengths.count < literals + distances {
      let symbol = try code.symbol(&bits)
      switch symbol {
      case 16:
        guard let last = lengths.last else { throw Failure.code }
        lengths += [Int](repeating: last, count: try bits.take(2) + 3)
      case 17: lengths += [Int](repeating: 0, count: try bits.take(3) + 3)
      case 18: lengths += [Int](repeating: 0, count: try bits.take(7) + 11)
      default: lengths.append(symbol)
      }
    }
    guard lengths.count == literals + distances else { throw Failure.code }
    // Neither may be over-subscribed or incomplete, as decoders refuse that.
    for part in [lengths[..<literals], lengths[literals...]] {
      guard part.reduce(0.0, { $1 == 0 ? $0 : $0 + 1 / Double(1 << $1) }) == 1 else {
        throw Failure.code
      }
    }
    return (Code(Array(lengths[..<literals])), Code(Array(lengths[literals...])))
  }

  private static func expand(
    _ bits: inout Bits, _ literals: Code, _ distances: Code, to output: inout [UInt8]
  ) throws {
    while true {
      let symbol = try literals.symbol(&bits)
      if symbol == 256 { return }
      if symbol < 256 {
        output.append(UInt8(symbol))
        continue
      }
      let length = lengthBases[symbol - 257] + (try bits.take(lengthBits[symbol - 257]))
      let code = try distances.symbol(&bits)
      let distance = distanceBases[code] + (try bits.take(distanceBits[code]))
      guard distance <= output.count else { throw Failure.distance }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }

  // RFC 1951, section 3.2.5, as printed there.
  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
  private static let distanceBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
    13,
  ]
}
