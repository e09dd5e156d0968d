import Initializers
import Testing
import WeightFiles

@Suite("Raw and text files")
struct CSVWriterTests {
  @Test(
    "a row is a slice of the last dimension",
    arguments: [
      ([2, 3], "-1.0,-0.875,-0.75\n-0.625,-0.5,-0.375\n"),
      ([2, 2, 1], "-1.0\n-0.875\n-0.75\n-0.625\n"),
      ([3], "-1.0\n-0.875\n-0.75\n"), ([], "-1.0\n"), ([3, 0], ""), ([0, 3], ""),
    ] as [([Int], String)])
  func rows(_ extents: [Int], _ text: String) throws {
    let shape = try Shape(extents)
    let file = try CSVWriter(shape).file(of: Fixtures.ramp(shape.count))
    #expect(String(decoding: file, as: UTF8.self) == text)
  }

  @Test("the digits are NumPy's where they differ in nothing but the exponent's threshold")
  func digits() throws {
    let bits: [UInt32] = [
      0x0000_0000, 0x8000_0000, 0x0000_0001, 0x807f_ffff, 0x0080_0000, 0x7f7f_ffff, 0x3dcc_cccd,
      0xbf80_0000, 0x3f9d_f3b6, 0x4b80_0001, 0x7f80_0000, 0xff80_0000,
    ]
    let file = try CSVWriter(Shape([1, bits.count])).file(of: bits.map(Float.init(bitPattern:)))
    #expect(
      String(decoding: file, as: UTF8.self)
        == "0.0,-0.0,1e-45,-1.1754942e-38,1.1754944e-38,3.4028235e+38,0.1,-1.0,1.234,"
        + "1.6777218e+07,inf,-inf\n")
  }

  @Test(
    "every value parses back to its bits, whatever the blocks", arguments: [1, 7, 4096, 100_000])
  func roundTrip(_ blockSize: Int) throws {
    var random = MersenneTwister(seed: Seed(5))
    let weights = (0..<20_000).map { _ in Float(bitPattern: random.next32()) }
    let file = try CSVWriter(Shape([200, 100])).file(of: weights, blockSize: blockSize)
    let rows = file.split(separator: 0x0A).map { $0.split(separator: 0x2C) }
    #expect(rows.count == 200)
    #expect(rows.allSatisfy { $0.count == 100 })
    let parsed = rows.joined().map { Float(String(decoding: $0, as: UTF8.self)) }
    for (weight, value) in zip(weights, parsed) where !weight.isNaN {
      #expect(value?.bitPattern == weight.bitPattern)
    }
    #expect(zip(weights, parsed).allSatisfy { $0.isNaN == ($1?.isNaN ?? false) })
  }

  @Test("raw files are the bytes of the numbers, the lowest first")
  func raw() throws {
    #expect(try RawWriter().file(of: [1, -2.5]) == [0, 0, 0x80, 0x3F, 0, 0, 0x20, 0xC0])
  }
}
