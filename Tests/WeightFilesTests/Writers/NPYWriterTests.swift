import Initializers
import Testing
import WeightFiles

@Suite("NumPy files")
struct NPYWriterTests {
  @Test(
    "the bytes are those of numpy.save",
    arguments: [
      ("ramp-scalar", []), ("ramp-5", [5]), ("ramp-3x4", [3, 4]), ("ramp-2x3x1x2", [2, 3, 1, 2]),
      ("ramp-0x5", [0, 5]),
    ] as [(String, [Int])])
  func whole(_ name: String, _ extents: [Int]) throws {
    let shape = try Shape(extents)
    let file = try NPYWriter(shape).file(of: Fixtures.ramp(shape.count))
    #expect(try file == Fixtures.bytes(name + ".npy"))
  }

  @Test("a long first extent takes the room left for it")
  func growth() throws {
    let header = try NPYWriter(Shape([123_456, 1])).header
    #expect(try header == Fixtures.bytes("header-123456x1.npy"))
  }

  @Test("the header ends on a multiple of 64 bytes", arguments: 0..<64)
  func alignment(_ dimensions: Int) throws {
    let header = try NPYWriter(Shape(Array(repeating: 1, count: dimensions))).header
    #expect(header.count % 64 == 0)
    #expect(header.last == 0x0A)
    #expect(Int(header[8]) + Int(header[9]) << 8 == header.count - 10)
  }

  @Test("a header over 64 KiB has four bytes for its length")
  func longHeader() throws {
    let header = try NPYWriter(Shape(Array(repeating: 1, count: 30_000))).header
    #expect(header[6] == 2)
    #expect(header.count % 64 == 0)
    let length = (0..<4).reduce(0) { $0 + Int(header[8 + $1]) << (8 * $1) }
    #expect(length == header.count - 12)
  }
}
