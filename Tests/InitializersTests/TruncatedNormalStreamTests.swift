import Testing

@testable import Initializers

@Suite("trunc_normal block by block")
struct TruncatedNormalStreamTests {
  private static let laws = [
    TruncatedNormal(location: 0, scale: 1, low: -2, high: 2),
    TruncatedNormal(location: 0.5, scale: 0.3, low: 0.4, high: 3),
    TruncatedNormal(location: 0, scale: 0.02, low: -2, high: 2),
    TruncatedNormal(location: 0, scale: -1, low: -2, high: 2),
    TruncatedNormal(location: .nan, scale: 1, low: -2, high: 2),
  ]

  /// The tensor as the algorithm has it: drawn as a whole, again and again.
  private func whole(
    _ law: TruncatedNormal, _ count: Int, _ generator: inout any Generator
  ) -> [UInt32] {
    var draw = TruncatedNormalDraw(law, count: count)
    while !draw.isFinished { draw.advance(&generator) }
    return draw.weights.map(\.bitPattern)
  }

  private func bits(_ stream: inout WeightStream, block: Int) throws -> [UInt32] {
    var bits: [UInt32] = []
    try withUnsafeTemporaryAllocation(of: Float.self, capacity: block) { memory in
      while case let count = try stream.next(into: memory), count > 0 {
        bits += memory[..<count].map(\.bitPattern)
      }
    }
    return bits
  }

  @Test(
    "has the weights of the tensor drawn as a whole, and leaves the generator where that does",
    arguments: laws,
    [0, 1, 2, 15, 16, 17, 31, 32, 33, 100, 1000, 1008, 8192, 8193, 8207, 8208, 20_001])
  func bits(law: TruncatedNormal, count: Int) throws {
    let seed = Seed(UInt64(count))
    var generator: any Generator = MersenneTwister(seed: seed)
    let expected = whole(law, count, &generator)
    #expect(law.isStreamed == (law.signedScale > 0 && !law.location.isNaN))
    for block in [32, 8192] {
      var stream = WeightStream(
        .truncatedNormal(law), count: count, generator: MersenneTwister(seed: seed))
      #expect(try bits(&stream, block: block) == expected)
      var (left, right) = (stream.generator, generator)
      #expect(left.uniforms(3, low: 0, high: 1) == right.uniforms(3, low: 0, high: 1))
      #expect(left.normals(3) == right.normals(3))
      stream.rewind()
      #expect(try bits(&stream, block: block == 32 ? 100 : 32) == expected)
    }
  }

  @Test("needs no memory where few passes do")
  func memory() throws {
    let streamed = try Recipe(
      call("trunc_normal", [:]), shape: Shape([100_000, 100_000]))
    #expect(!streamed.draw.needsWholeTensor && streamed.memoryNeeded == 0)
    let kept = try Recipe(
      call("trunc_normal", ["a": "1", "b": "3"]), shape: Shape([1000, 1000]))
    #expect(kept.draw.needsWholeTensor && kept.memoryNeeded == 12_000_000)
    let sparse = try Recipe(
      call("sparse", ["sparsity": "0.1"]), shape: Shape([8000, 1000]))
    #expect(sparse.memoryNeeded == 1_000_000 + 32_000)
  }
}
