import Initializers
import Measurements
import Statistics
import Testing

@Suite("Weights drawn on several threads")
struct SplitDrawTests {
  private static let draws = [Draw.uniform(low: -1, high: 1), .normal(mean: 0, std: 0.2)]

  private func serial(_ draw: Draw, count: Int) throws -> [UInt32] {
    var stream = WeightStream(draw, count: count, generator: MersenneTwister(seed: Seed(1)))
    return try withUnsafeTemporaryAllocation(of: Float.self, capacity: max(32, count)) { block in
      let drawn = try stream.next(into: block)
      return block[..<drawn].map(\.bitPattern)
    }
  }

  @Test("a filled tensor has the bits of one stream", arguments: draws, 1...3)
  func fill(_ draw: Draw, threads: Int) throws {
    let team = try WorkerTeam(size: threads)
    for count in [0, 1, 15, 17, 1000, 32_768, 131_071, 131_072, 200_003] {
      var tensor = [Float](repeating: 0, count: count)
      try tensor.withUnsafeMutableBufferPointer {
        try TensorFill.fill($0, with: draw, generator: MersenneTwister(seed: Seed(1)), on: team)
      }
      #expect(try tensor.map(\.bitPattern) == serial(draw, count: count))
    }
  }

  @Test(
    "what the parts gather does not depend on the threads",
    arguments: draws, [1, 7, 100_000, .max])
  func gathering(_ draw: Draw, limit: Int) throws {
    let empty = SampleAccumulator(low: -1, high: 1)
    var merged: [SampleAccumulator] = []
    for threads in 1...3 {
      let team = try WorkerTeam(size: threads)
      var split = SplitDraw(
        draw, count: 200_003, generator: MersenneTwister(seed: Seed(1)),
        gatherers: [empty, empty])
      while !split.isFinished {
        try split.advance(by: limit, on: team) { gatherer, block, _ in
          gatherer.add(UnsafeBufferPointer(block))
        }
      }
      #expect(split.drawnCount == 200_003)
      var total = split.gatherers[0]
      try total.merge(split.gatherers[1])
      #expect(total.moments.count == 200_003)
      merged.append(total)
    }
    #expect(merged[0] == merged[1])
    #expect(merged[0] == merged[2])
    var whole = empty
    try serial(draw, count: 200_003).map(Float.init(bitPattern:)).withUnsafeBufferPointer {
      whole.add($0)
    }
    #expect(whole.histogram == merged[0].histogram)
    #expect(abs(whole.moments.mean - merged[0].moments.mean) < 1e-15)
  }

  @Test("a team calls each of its threads once, again and again")
  func team() throws {
    for size in 1...4 {
      let team = try WorkerTeam(size: size)
      #expect(team.size == size)
      var calls = [Int](repeating: 0, count: size)
      calls.withUnsafeMutableBufferPointer { calls in
        nonisolated(unsafe) let calls = calls
        for _ in 0..<200 { team.run { calls[$0] += 1 } }
      }
      #expect(calls.allSatisfy { $0 == 200 })
    }
    #expect(try WorkerTeam(size: -3).size == 1)
    #expect(WorkerTeam.processorCount >= 1)
  }
}
