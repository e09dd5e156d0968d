import Initializers
import Testing

@Suite("The parts of a stream are the stream")
struct StreamPartTests {
  private static let draws = [Draw.uniform(low: -0.3, high: 0.7), .normal(mean: 0.1, std: 1.3)]

  /// All parts' weights, each at its place; also whether they are as many as there should be.
  private func union(
    _ draw: Draw, count: Int, parts: Int, chunkSize: Int, blockSize: Int = 100
  ) throws -> (weights: [Float], isComplete: Bool) {
    var drawnCount = 0
    let tensor = try [Float](unsafeUninitializedCapacity: count + blockSize) { tensor, size in
      for index in 0..<parts {
        var part = StreamPart(
          draw, count: count, generator: MersenneTwister(seed: Seed(5)), index: index, of: parts,
          chunkSize: chunkSize)
        while !part.isFinished {
          let room = part.offset..<min(part.offset + blockSize, tensor.count)
          drawnCount += try part.next(into: UnsafeMutableBufferPointer(rebasing: tensor[room]))
        }
      }
      size = count
    }
    return (tensor, drawnCount == count)
  }

  private func whole(_ draw: Draw, count: Int) -> [Float] {
    var stream = WeightStream(draw, count: count, generator: MersenneTwister(seed: Seed(5)))
    return weights(of: &stream)
  }

  @Test("every size from 1 to 5000", arguments: draws)
  func sizes(_ draw: Draw) throws {
    for count in 1...5000 {
      let expected = whole(draw, count: count)
      // Every number of parts at every size takes long; all four follow one another.
      let (drawn, isComplete) = try union(
        draw, count: count, parts: 1 + count % 4, chunkSize: 512)
      #expect(isComplete && drawn == expected)
    }
  }

  @Test(
    "sizes around the borders of chunks", arguments: draws, [16, 30, 48, 624, 640, 2048])
  func borders(_ draw: Draw, chunkSize: Int) throws {
    for parts in 1...4 {
      for chunks in [1, 2, 3, 4, 5, 8] {
        for distance in [-17, -16, -15, -1, 0, 1, 15, 16, 17] {
          let count = chunks * chunkSize + distance
          guard count > 0 else { continue }
          let (drawn, isComplete) = try union(
            draw, count: count, parts: parts, chunkSize: chunkSize, blockSize: 8192)
          #expect(isComplete && drawn == whole(draw, count: count))
        }
      }
    }
  }

  @Test("a draw of nothing has no parts with weights", arguments: 0...3)
  func nothing(_ index: Int) {
    let generator = MersenneTwister(seed: Seed(0))
    let part = StreamPart(.nothing, count: 100, generator: generator, index: index, of: 4)
    #expect(part.isFinished)
    let empty = StreamPart(Self.draws[0], count: 0, generator: generator, index: index, of: 4)
    #expect(empty.isFinished)
  }

  @Test("a part continues a generator wherever it stands")
  func continuing() throws {
    for draw in Self.draws {
      var generator = MersenneTwister(seed: Seed(9))
      generator.skip(631)
      var stream = WeightStream(draw, count: 3001, generator: generator)
      let expected = weights(of: &stream)
      let block = UnsafeMutableBufferPointer<Float>.allocate(capacity: 64)
      defer { block.deallocate() }
      for index in 0..<3 {
        var part = StreamPart(
          draw, count: 3001, generator: generator, index: index, of: 3, chunkSize: 160)
        while !part.isFinished {
          let offset = part.offset
          let drawn = try part.next(into: block)
          #expect(Array(block[..<drawn]) == Array(expected[offset..<offset + drawn]))
        }
      }
    }
  }
}
