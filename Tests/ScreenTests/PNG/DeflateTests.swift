import Testing

@testable import Screen

@Suite struct `Compressed bytes` {
  /// What zlib 1.2 made of 300 letters a, of "stored" without compression, and of 200 numbers with
  /// codes of their own.
  static let streams: [(stream: [UInt8], bytes: [UInt8])] = [
    (
      [
        0x78, 0xDA, 0x4B, 0x4C, 0x1C, 0x05, 0xC4, 0x02, 0x00, 0xD8, 0xA8, 0x71, 0xAD,
      ], [UInt8](repeating: 0x61, count: 300)
    ),
    (
      [
        0x78, 0x01, 0x01, 0x06, 0x00, 0xF9, 0xFF, 0x73, 0x74, 0x6F, 0x72, 0x65, 0x64, 0x09, 0x3C,
        0x02, 0x92,
      ], Array("stored".utf8)
    ),
    (
      [
        0x78, 0xDA, 0x0D, 0x8E, 0x59, 0x6E, 0x03, 0x41, 0x10, 0x42, 0x8B, 0xDA, 0xBA, 0xB6, 0xB6,
        0x67, 0x9C, 0xD8, 0x4A, 0xEE, 0x7F, 0x51, 0xF7, 0x0F, 0x42, 0x42, 0x0F, 0xE8, 0x4D, 0x9E,
        0x94, 0x03, 0x68, 0x10, 0x6D, 0xE5, 0x37, 0xD0, 0x08, 0x41, 0x3A, 0x52, 0xE9, 0x08, 0xC1,
        0x53, 0xF4, 0x26, 0x33, 0xDE, 0x21, 0xDE, 0xD2, 0xD3, 0x7D, 0x02, 0x0E, 0x2B, 0x19, 0xF7,
        0x27, 0x05, 0x98, 0xB6, 0x0C, 0x54, 0xFE, 0x09, 0xAD, 0xF6, 0x41, 0x28, 0x9A, 0x48, 0xAE,
        0x4E, 0xA9, 0x90, 0xDB, 0x8D, 0x8B, 0xCC, 0x47, 0x96, 0x3B, 0xAC, 0x6A, 0xF4, 0x49, 0x37,
        0x04, 0x74, 0xB6, 0x0F, 0x6C, 0x29, 0xCE, 0xA9, 0xC7, 0x1A, 0x3F, 0xC6, 0x69, 0x17, 0x28,
        0x7A, 0xB5, 0x96, 0xFE, 0x49, 0xF1, 0xE4, 0xB2, 0x5E, 0xFC, 0x12, 0xBF, 0xD6, 0x0F, 0x9D,
        0x3F, 0x40, 0xFE, 0x2A, 0x5F, 0xB7, 0x94, 0x99, 0xCC, 0xE9, 0x0E, 0xA9, 0x2F, 0xDF, 0x5D,
        0x05, 0x05,
      ],
      [
        11, 13, 0, 6, 9, 0, 9, 12, 1, 1, 4, 8, 0, 0, 13, 4, 2, 21, 1, 1, 11, 1, 8, 3, 1, 9, 6, 1, 9,
        4, 0, 6, 1, 9, 0, 1, 6, 9, 3, 4, 17, 0, 5, 5, 2, 13, 8, 3, 6, 11, 3, 11, 12, 11, 11, 0, 6,
        1, 2, 8, 5, 10, 3, 12, 6, 6, 15, 0, 8, 1, 2, 0, 13, 3, 12, 1, 4, 3, 25, 0, 1, 11, 4, 5, 22,
        1, 8, 4, 1, 11, 0, 0, 3, 16, 11, 9, 3, 10, 8, 3, 17, 6, 5, 2, 10, 0, 5, 6, 12, 3, 7, 6, 6,
        1, 5, 10, 10, 12, 4, 15, 0, 17, 1, 3, 1, 0, 0, 6, 9, 8, 1, 2, 5, 9, 3, 6, 2, 9, 4, 9, 8, 1,
        5, 2, 14, 12, 6, 0, 13, 10, 1, 0, 8, 11, 7, 11, 4, 10, 4, 24, 3, 10, 2, 12, 9, 7, 5, 11, 7,
        2, 18, 3, 6, 16, 7, 19, 0, 9, 0, 1, 1, 1, 9, 20, 4, 2, 16, 17, 3, 10, 5, 5, 3, 12, 5, 2, 10,
        8, 3, 10,
      ]
    ),
  ]

  @Test(arguments: streams.indices)
  func `The checks' reader reads zlib's streams`(index: Int) throws {
    let (stream, bytes) = Self.streams[index]
    #expect(try Inflate.bytes(of: stream) == bytes)
  }

  @Test(arguments: streams.indices)
  func `Hold what zlib's hold, in hardly more bytes`(index: Int) throws {
    let (stream, bytes) = Self.streams[index]
    let own = Deflate.zlibStream(bytes, stride: 20)
    #expect(try Inflate.bytes(of: own) == bytes)
    #expect(own.count < stream.count + 40)
  }

  /// Nothing, little, runs, rows, noise in several blocks, and counts that a tree of more than 15
  /// levels would have.
  static let inputs: [[UInt8]] = {
    var random = Lehmer(state: 7)
    let noise = (0..<100_000).map { _ in UInt8(truncatingIfNeeded: random.next() >> 20) }
    let row = Array(noise.prefix(700))
    var (last, next) = (1, 1)
    var rare: [UInt8] = []
    for symbol in UInt8(0)..<24 {
      rare += [UInt8](repeating: symbol, count: 1)
      rare += (0..<next).map { $0 % 2 == 0 ? symbol : symbol &+ 100 }
      (last, next) = (next, last + next)
    }
    return [
      [], [5], [1, 2], [0, 0, 0], [UInt8](repeating: 9, count: 70_000), noise,
      Array([row, row, row, row].joined()), rare,
      noise.map { $0 < 250 ? 0 : $0 } + noise.map { $0 & 3 },
    ]
  }()

  @Test(arguments: inputs.indices)
  func `Are the same when they are read again`(index: Int) throws {
    let bytes = Self.inputs[index]
    for stride in [1, 700, 40_000] {
      #expect(try Inflate.bytes(of: Deflate.zlibStream(bytes, stride: stride)) == bytes)
    }
  }

  @Test func `Codes have no more bits than they may`() {
    var fibonacci = [1, 1]
    for _ in 0..<28 { fibonacci.append(fibonacci.suffix(2).reduce(0, +)) }
    for longest in [5, 7, 15] {
      let code = HuffmanCode(frequencies: fibonacci, longest: longest)
      #expect(code.lengths.allSatisfy { (1...longest).contains($0) })
      #expect(code.lengths.reduce(0.0) { $0 + 1 / Double(1 << $1) } == 1)
    }
    #expect(HuffmanCode(frequencies: [0, 0, 7, 0], longest: 7).lengths == [1, 0, 1, 0])
  }
}

/// Numbers that look random: the generator of Park and Miller.
struct Lehmer {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state * 48_271 % 2_147_483_647
    return state
  }
}
