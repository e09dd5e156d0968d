import Testing

/// A PNG file as its pixels, for checking files that are written: eight bits, a palette or colours.
struct PNGReader {
  enum Failure: Error {
    case signature, chunk, sum, order, size
  }

  let width: Int
  let height: Int
  let isPalette: Bool
  let title: String?
  /// Each pixel as 0xRRGGBB, row by row.
  let pixels: [Int]

  init(_ bytes: [UInt8]) throws {
    guard bytes.starts(with: [137, 80, 78, 71, 13, 10, 26, 10]) else { throw Failure.signature }
    var chunks: [(name: String, data: [UInt8])] = []
    var rest = bytes[8...]
    while !rest.isEmpty {
      guard rest.count >= 12 else { throw Failure.chunk }
      let count = Self.number(rest.prefix(4))
      guard rest.count >= 12 + count else { throw Failure.chunk }
      let content = rest.dropFirst(4).prefix(4 + count)
      guard Self.number(rest.dropFirst(8 + count).prefix(4)) == Self.crc(content) else {
        throw Failure.sum
      }
      chunks.append(
        (String(decoding: content.prefix(4), as: UTF8.self), Array(content.dropFirst(4))))
      rest = rest.dropFirst(12 + count)
    }
    guard chunks.first?.name == "IHDR", let header = chunks.first?.data, header.count == 13,
      chunks.last?.name == "IEND", chunks.last?.data.isEmpty == true
    else { throw Failure.order }
    width = Self.number(header.prefix(4))
    height = Self.number(header.dropFirst(4).prefix(4))
    isPalette = header[9] == 3
    guard Array(header.suffix(5)) == [8, isPalette ? 3 : 2, 0, 0, 0] else { throw Failure.order }
    title = chunks.first { $0.name == "tEXt" }.map { String(decoding: $0.data, as: UTF8.self) }
    let palette = chunks.first { $0.name == "PLTE" }?.data ?? []
    let data = try Inflate.bytes(of: chunks.filter { $0.name == "IDAT" }.flatMap(\.data))
    let samples = isPalette ? 1 : 3
    guard data.count == height * (1 + width * samples) else { throw Failure.size }
    var pixels: [Int] = []
    for row in 0..<height {
      let line = data[row * (1 + width * samples)..<(row + 1) * (1 + width * samples)]
      guard line.first == 0 else { throw Failure.order }
      for pixel in 0..<width {
        let start = line.startIndex + 1 + pixel * samples
        if isPalette {
          let place = 3 * Int(line[start])
          guard place + 3 <= palette.count else { throw Failure.size }
          pixels.append(Self.number(palette[place..<place + 3]))
        } else {
          pixels.append(Self.number(line[start..<start + 3]))
        }
      }
    }
    self.pixels = pixels
  }

  subscript(x: Int, y: Int) -> Int { pixels[y * width + x] }

  private static func number(_ bytes: some Sequence<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  // Bit by bit, as the standard describes it.
  private static func crc(_ bytes: some Sequence<UInt8>) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}
