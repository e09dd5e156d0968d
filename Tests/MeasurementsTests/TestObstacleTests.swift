import Initializers
import Scenes
import Statistics
import Testing
import Words

@testable import Measurements

@Suite("Weights are tested only where the test's conditions hold")
struct TestObstacleTests {
  private func measurement(_ line: String) throws -> Measurement {
    try Measurement(of: Tensor(parsing: line))
  }

  private func isUntested(_ measurement: Measurement) -> Bool {
    let scores = Scores(measurement)
    return measurement.kolmogorovProbability == nil && GoodnessOfFit(measurement) == nil
      && [scores.mean, scores.std, scores.minimum, scores.maximum].allSatisfy { $0.z == nil }
  }

  /// The counts are PyTorch 2.13's: `(~torch.isfinite(w)).sum()`.
  @Test(
    "not where some of them are infinite, which is counted",
    arguments: [
      ("xavier_normal --gain 1e39 --shape 64,32", 43),
      ("xavier_normal --gain 1e39 --shape 16,128", 11),
      ("orthogonal --gain 1e39 --shape 64,32", 2048), ("constant --val nan --shape 3,4", 12),
    ])
  func notFinite(line: String, count: Int) throws {
    let measurement = try measurement(line)
    #expect(measurement.obstacle == .notFinite(count, of: measurement.source.shape.count))
    #expect(isUntested(measurement))
  }

  @Test(
    "not where float32's steps are wide for the law",
    arguments: [
      ("normal --mean 1000 --std 0.001", 0x1p-14), ("uniform --a 16777216 --b 16777226", 2),
      ("uniform --a 0 --b 1e-44", 0x1p-149), ("normal --std 1e-45 --shape 20,20", 0x1p-149),
      ("sparse --std 1e-44 --sparsity 0.5", 0x1p-149),
    ])
  func coarse(line: String, step: Double) throws {
    let measurement = try measurement(line)
    guard case .coarse(step, let std) = measurement.obstacle else {
      Issue.record("\(String(describing: measurement.obstacle))")
      return
    }
    #expect(std == measurement.law.ofDrawnWeights.std && isUntested(measurement))
  }

  // What rounding to a multiple of u does to a uniform law of width w: F jumps by u/w at each.
  @Test("with the probability that a step really has")
  func probability() throws {
    let steps = try #require(FloatSteps(.uniform(low: 0x1p24, high: 0x1p24 + 64)))
    #expect(steps.step == 2 && abs(steps.probability - 2.0 / 64) < 1e-12)
    let normal = try #require(FloatSteps(.normal(mean: 1000, std: 0.001)))
    // φ(0)·u/σ, at the middle of the law.
    #expect(abs(normal.probability / (0.3989422804 * 0x1p-14 / 0.001) - 1) < 1e-3)
    #expect(normal.show(in: 100) && !normal.show(in: 2))
  }

  @Test(
    "but wherever they are independent draws of a law that float32 resolves",
    arguments: [
      "xavier_uniform", "kaiming_normal --shape 700,900", "normal --mean 1 --std 0.02",
      "uniform --a 16777216 --b 33554432", "trunc_normal", "sparse --sparsity 0.9",
      "normal --std 1e-37", "uniform --shape 1",
    ])
  func tested(line: String) throws {
    let measurement = try measurement(line)
    #expect(measurement.obstacle == nil)
    #expect(measurement.kolmogorovProbability != nil && Scores(measurement).mean.z != nil)
  }

  @Test("and the reason is always said")
  func reasons() throws {
    #expect(try measurement("eye --shape 4,4").obstacle == .points)
    #expect(try measurement("orthogonal --shape 8,8").obstacle == .dependent)
    #expect(try measurement("xavier_normal --shape 0,4").obstacle == .noWeights)
    let sentences: [(TestObstacle, String, String)] = [
      (.notFinite(43, of: 2048), "43 of 2048 weights are infinite or NaN", "not finite"),
      (.notFinite(1, of: 3), "1 of 3 weights is infinite or NaN", "not finite"),
      (.noWeights, "no weights", "no weights"),
      (.incomplete, "not all weights are drawn", "when all is drawn"),
      (.points, "the law is made of points", "needs a density"),
      (.dependent, "the weights depend on each other", "dependent"),
      (
        .coarse(step: 0x1p-14, std: 0.001),
        "float32's steps are 0.061 std", "float32 steps"
      ),
      (.subnormal, "the weights are below float32's normal numbers", "subnormal"),
      (.order(2048), "the smaller side is longer than 2048", "over 2048"),
      (.entries(9), "there are more than 9 weights", "over 9"),
      (.kurtosis(30.72), "a kurtosis of 30.7 moves the largest singular value", "kurtosis 30.7"),
    ]
    for (obstacle, sentence, short) in sentences {
      #expect("\(obstacle)" == sentence && Catalogue.english(obstacle.short) == short)
    }
  }
}
