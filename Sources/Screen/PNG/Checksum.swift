/// Sums over bytes that tell whether a file has come through whole.
enum Checksum {
  /// The cyclic redundancy check of PNG's chunks (PNG, annex D; polynomial 0xEDB88320).
  static func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
    ~bytes.reduce(.max) { sum, byte in
      sum >> 8 ^ remainders[Int(UInt8(truncatingIfNeeded: sum) ^ byte)]
    }
  }

  /// The sum at the end of zlib's streams (RFC 1950, section 8.2).
  static func adler32(_ bytes: [UInt8]) -> UInt32 {
    var (low, high): (UInt32, UInt32) = (1, 0)
    // So many bytes do not overflow.
    for start in stride(from: 0, to: bytes.count, by: 5552) {
      for byte in bytes[start..<min(bytes.count, start + 5552)] {
        low &+= UInt32(byte)
        high &+= low
      }
      (low, high) = (low % 65521, high % 65521)
    }
    return high << 16 | low
  }

  private static let remainders: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { rest, _ in
      rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1
    }
  }
}

extension UInt32 {
  /// The bytes, the highest first, as PNG and zlib have them.
  var bigEndianBytes: [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: self >> $0) } }
}
