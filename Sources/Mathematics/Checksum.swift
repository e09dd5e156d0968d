/// Sums over bytes that tell whether a file has come through whole.
package enum Checksum {
  /// The cyclic redundancy check of zip archives and of PNG's chunks (PNG, annex D; polynomial
  /// 0xEDB88320).
  ///
  /// - Parameter sum: that of the bytes before, to go on from.
  package static func crc32(_ bytes: [UInt8], after sum: UInt32 = 0) -> UInt32 {
    bytes.withUnsafeBytes { crc32($0, after: sum) }
  }

  /// The same of bytes in memory.
  package static func crc32(_ bytes: UnsafeRawBufferPointer, after sum: UInt32 = 0) -> UInt32 {
    remainders.withUnsafeBufferPointer { remainders in
      var sum = ~sum
      var index = 0
      // Four bytes at a time, by what each of them leaves once those after it have followed.
      while bytes.count - index >= 4 {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self)
        sum ^= UInt32(littleEndian: word)
        sum =
          remainders[768 + Int(sum & 255)] ^ remainders[512 + Int(sum >> 8 & 255)]
          ^ remainders[256 + Int(sum >> 16 & 255)] ^ remainders[Int(sum >> 24)]
        index += 4
      }
      for byte in bytes[index...] {
        sum = sum >> 8 ^ remainders[Int(UInt8(truncatingIfNeeded: sum) ^ byte)]
      }
      return ~sum
    }
  }

  /// The sum at the end of zlib's streams (RFC 1950, section 8.2).
  package static func adler32(_ bytes: [UInt8]) -> UInt32 {
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

  // What a byte leaves, followed by none, one, two and three others.
  private static let remainders: [UInt32] = {
    let first: [UInt32] = (0..<256).map { byte in
      (0..<8).reduce(UInt32(byte)) { (rest: UInt32, _) -> UInt32 in
        rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1
      }
    }
    var all = first
    for index in 256..<1024 {
      let rest = all[index - 256]
      all.append(rest >> 8 ^ first[Int(rest & 255)])
    }
    return all
  }()
}
