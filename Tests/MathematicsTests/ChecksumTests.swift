import Mathematics
import Testing

@Suite struct `Sums over bytes` {
  @Test func `are those of the standards`() {
    // The check value of CRC-32 in the catalogues of CRCs, and the sum of zlib's own example.
    #expect(Checksum.crc32(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(Checksum.crc32([]) == 0)
    #expect(Checksum.adler32(Array("Wikipedia".utf8)) == 0x11E6_0398)
    #expect(Checksum.adler32([]) == 1)
    // zlib's of a million bytes of 255.
    #expect(Checksum.adler32([UInt8](repeating: 255, count: 1_000_000)) == 0x3843E1BE)
  }

  @Test(arguments: 0...9) func `go on from where they were`(_ middle: Int) {
    let bytes = Array("123456789".utf8)
    let sum = Checksum.crc32(Array(bytes[..<middle]))
    #expect(Checksum.crc32(Array(bytes[middle...]), after: sum) == 0xCBF4_3926)
  }
}
