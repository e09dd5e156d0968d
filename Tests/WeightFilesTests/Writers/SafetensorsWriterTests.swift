import Initializers
import Testing
import WeightFiles

@Suite("Safetensors files")
struct SafetensorsWriterTests {
  @Test("the bytes are those of the safetensors package")
  func whole() throws {
    let writer = try SafetensorsWriter(
      [
        ("a.weight", Shape([3, 4])), ("b.bias", Shape([3])), ("c", Shape([0, 5])), ("d", Shape([])),
      ], metadata: [("seed", "7")])
    let weights = [12, 3, 0, 1].flatMap(Fixtures.ramp)
    #expect(try writer.file(of: weights) == Fixtures.bytes("ramps.safetensors"))
  }

  @Test("the data begin on a multiple of 8 bytes", arguments: 1...16)
  func alignment(_ length: Int) throws {
    let name = String(repeating: "n", count: length)
    let header = try SafetensorsWriter([(name, Shape([2]))]).header
    #expect(header.count % 8 == 0)
    let stated = (0..<8).reduce(0) { $0 + Int(header[$1]) << (8 * $1) }
    #expect(stated == header.count - 8)
  }

  @Test("names and texts are quoted as JSON has it")
  func quoting() throws {
    let header = try SafetensorsWriter(
      [("a\"b\\c", Shape([1]))], metadata: [("é", "one\ntwo\u{1}")]
    ).header
    let json = String(decoding: header.dropFirst(8), as: UTF8.self)
    #expect(json.hasPrefix(#"{"__metadata__":{"é":"one\ntwo\u0001"},"a\"b\\c":{"#))
  }

  @Test("the places of large tensors do not overflow")
  func large() throws {
    let writer = try SafetensorsWriter([
      ("a", Shape([1 << 30, 1 << 28])), ("b", Shape([1 << 30, 1 << 28])),
    ])
    let json = String(decoding: writer.header.dropFirst(8), as: UTF8.self)
    #expect(json.contains("[1152921504606846976,2305843009213693952]"))
  }
}
