import Background
import Initializers
import Measurements
import Scenes
import Testing

@Suite("Draws that nobody waits for", .timeLimit(.minutes(2)))
struct AbandonedWorkTests {
  // The first takes minutes, the second some 10⁵ passes over 4·10⁶ weights; the last shuffles.
  private static let long = [
    "trunc_normal --a 1 --b 3e4 --shape 1000,100", "trunc_normal --a 1 --b 5000 --shape 2000,2000",
    "sparse --sparsity 0.5 --shape 5000,5000", "normal --shape 100000,100000",
  ]

  @Test("are left at once: after many of them an ordinary tensor is measured", arguments: long)
  func abandoned(line: String) async throws {
    let worker = try Worker<Job, Finding?>(wakeUp: {})
    defer { worker.stop() }
    for seed in 0..<6 {
      let tensor = try Tensor(parsing: "\(line) --seed \(seed)")
      worker.request(Job(MeasurementRequest(tensor: tensor)))
      try await Task.sleep(for: .milliseconds(40))
    }
    let tensor = try Tensor(parsing: "normal")
    worker.request(Job(MeasurementRequest(tensor: tensor)))
    let start = ContinuousClock.now
    while true {
      if let measurement: Measurement = (worker.take() ?? nil)?.report(), measurement.isComplete {
        #expect(measurement.tensor == tensor)
        break
      }
      #expect(start.duration(to: .now) < .seconds(60))
      if start.duration(to: .now) > .seconds(60) { break }
      try await Task.sleep(for: .milliseconds(2))
    }
  }

  @Test("a draw step by step has the weights of a draw in one go")
  func steps() throws {
    for line in ["trunc_normal --a 1 --b 3", "trunc_normal --std 0.5", "sparse --sparsity 0.3"] {
      let tensor = try Tensor(parsing: "\(line) --shape 150,200 --seed 3")
      let recipe = try tensor.recipe()
      let generator = MersenneTwister(seed: tensor.seed)
      var whole = WeightStream(recipe.draw, count: 30_000, generator: generator)
      var stepped = WeightStream(recipe.draw, count: 30_000, generator: generator)
      var steps = 0
      while !stepped.isPrepared {
        #expect(!stepped.isUninterruptible)
        try stepped.prepare()
        steps += 1
      }
      #expect(steps > 0)
      #expect(try Self.weights(&whole) == Self.weights(&stepped))
      // What was drawn is not drawn again.
      stepped.rewind()
      #expect(stepped.isPrepared && stepped.remaining == 30_000)
      whole.rewind()
      #expect(try Self.weights(&whole) == Self.weights(&stepped))
    }
  }

  private static func weights(_ stream: inout WeightStream) throws -> [Float] {
    var weights: [Float] = []
    try withUnsafeTemporaryAllocation(of: Float.self, capacity: 1000) { block in
      while case let count = try stream.next(into: block), count > 0 {
        weights += block[..<count]
      }
    }
    return weights
  }
}
