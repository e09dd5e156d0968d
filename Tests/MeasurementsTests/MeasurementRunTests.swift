import Initializers
import Measurements
import Scenes
import Statistics
import Testing

@Suite struct MeasurementRunTests {
  /// sup|Fₙ − F| by drawing and sorting all weights.
  static func distance(of tensor: Tensor) throws -> Double {
    let recipe = try tensor.recipe()
    var stream = WeightStream(
      recipe.draw, count: recipe.shape.count, generator: MersenneTwister(seed: tensor.seed))
    var weights: [Float] = []
    try withUnsafeTemporaryAllocation(of: Float.self, capacity: 4096) { block in
      while stream.remaining > 0 {
        let count = try stream.next(into: block)
        weights += block[..<count]
      }
    }
    weights.sort()
    let n = Double(weights.count)
    var best = 0.0
    var index = 0
    while index < weights.count {
      let (x, first) = (Double(weights[index]), index)
      repeat { index += 1 } while index < weights.count && Double(weights[index]) == x
      best = max(best, recipe.law.distribution(x.nextDown) - Double(first) / n)
      best = max(best, Double(index) / n - recipe.law.distribution(x))
    }
    return best
  }

  @Test(
    "Its blocks lead to the distance all weights have, and progress only rises",
    arguments: [
      "xavier_uniform", "xavier_normal --shape 3,5", "kaiming_normal --shape 1024,512",
      "xavier_uniform --shape 700,700 --seed 3", "normal --shape 600,500 --mean 1000 --std 0.001",
    ])
  func advance(line: String) throws {
    let tensor = try Tensor(parsing: line)
    var run = MeasurementRun(try DrawnWeights(tensor))
    var progress = run.progress
    var brackets: [KolmogorovBracket] = []
    #expect(progress == 0 && !run.isFinished && run.bracket == nil)
    while !run.isFinished {
      try run.advance()
      #expect(run.progress >= progress && run.progress <= 1)
      #expect((run.progress == 1) == run.isFinished)
      progress = run.progress
      brackets += run.bracket.map { [$0] } ?? []
    }
    #expect(run.bracket == nil && brackets.isEmpty == (run.passCount == 1))
    let exact = try Self.distance(of: tensor)
    #expect(brackets.allSatisfy { $0.statistic.contains(exact) })
    let measurement = run.snapshot()
    #expect(measurement.isComplete && measurement.drawnCount == measurement.source.shape.count)
    #expect(measurement.moments.count == measurement.source.shape.count)
    #expect(measurement.kolmogorovSmirnov?.statistic == exact)
    try run.advance()
    #expect(run.isFinished)
  }

  @Test(
    "The number of threads shows nowhere, to the last bit",
    arguments: [
      "xavier_uniform --shape 1024,1025", "xavier_normal --shape 1100007,1",
      "uniform --shape 1100007", "orthogonal --shape 64,64",
      "sparse --shape 300,300 --sparsity 0.2",
    ])
  func threads(line: String) throws {
    let source = try DrawnWeights(Tensor(parsing: line))
    let both = try [false, true].map { isShared in
      var run = MeasurementRun(source, isShared: isShared)
      while !run.isFinished { try run.advance() }
      #expect(run.passCount <= 2)
      return run.snapshot()
    }
    #expect(both[0].moments == both[1].moments)
    #expect(both[0].histogram == both[1].histogram)
    #expect(both[0].kolmogorovSmirnov == both[1].kolmogorovSmirnov)
    #expect(both[0].density == both[1].density && both[0].facts == both[1].facts)
  }

  @Test("A snapshot on the way holds what is drawn and no distance")
  func snapshot() throws {
    var run = MeasurementRun(try DrawnWeights(Tensor(parsing: "xavier_normal --shape 512,512")))
    try run.advance()
    let measurement = run.snapshot()
    #expect(measurement.drawnCount > 0 && measurement.drawnCount < 512 * 512)
    #expect(measurement.moments.count == measurement.drawnCount)
    #expect(!measurement.isComplete && measurement.kolmogorovSmirnov == nil)
  }

  @Test(
    "Without a density there is no distance",
    arguments: ["normal --std 0", "xavier_uniform --gain 0", "xavier_normal --shape 0,4"])
  func degenerate(line: String) throws {
    var run = MeasurementRun(try DrawnWeights(Tensor(parsing: line)))
    while !run.isFinished { try run.advance() }
    #expect(run.progress == 1 && run.snapshot().kolmogorovSmirnov == nil)
  }
}
