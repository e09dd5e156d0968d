import Initializers
import Testing

/// Seeds as `torch.manual_seed` takes them.
@Suite struct `A seed` {
  @Test(arguments: [
    ("0", 0), ("1", 1), ("4294967301", 4_294_967_301), ("18446744073709551615", UInt64.max),
    ("9223372036854775808", 1 << 63), ("-1", UInt64.max), ("-9223372036854775808", 1 << 63),
    ("-5", UInt64.max - 4), ("+3", 3), ("0x2a", 42), ("0xDEADBEEF", 3_735_928_559),
    ("0xffffffffffffffff", UInt64.max), ("1_000", 1000), ("2**32+1", 4_294_967_297),
    ("2^64-1", UInt64.max), ("-2^63", 1 << 63), ("1e3", 1000), ("--1", 1), (" 7 ", 7),
  ])
  func `is read, a negative one from above`(text: String, bits: UInt64) throws {
    let seed = try Seed(parsing: text)
    #expect(seed.bits == bits)
    #expect(try Seed(parsing: seed.description) == seed)
  }

  @Test(arguments: [
    "", " ", "x", "1.5", "18446744073709551616", "-9223372036854775809", "0x", "1 2", "1e20",
    "2**64", "0x10000000000000000", "fan_in",
  ])
  func `is refused outside torch's range`(text: String) {
    #expect(throws: InitializerError.invalidSeed(text)) { try Seed(parsing: text) }
  }

  @Test func `follows another, around the end`() {
    #expect(Seed(.max).advanced(by: 1) == Seed(0))
    #expect(Seed(0).advanced(by: -1) == Seed(.max))
    #expect(Seed(7).advanced(by: 5) == Seed(12))
    #expect(Seed(7).advanced(by: .min) == Seed(7 &+ (1 << 63)))
  }
}
