import Glibc
import Initializers
import MeanField
import Networks
import Scenes
import Testing

@Suite("Normal layers can be sampled without matrices")
struct GaussianShortcutTests {
  @Test("relu at n = 32 and 20 layers spreads as it does in PyTorch")
  func reluSpreads() throws {
    let lengths = try sample(
      "kaiming_normal --nonlinearity relu", depth: 20, width: 32, activation: .relu, count: 1500)
    let logarithms = lengths.map { log($0) }.sorted()
    let mean = logarithms.reduce(0, +) / Double(logarithms.count)
    let deviation =
      (logarithms.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(logarithms.count))
      .squareRoot()
    #expect(abs(deviation / 1.847 - 1) < 0.08, "\(deviation)")
    #expect(abs(exp(logarithms[logarithms.count / 2]) / 0.4297 - 1) < 0.2)
  }

  @Test("It has the law of the network with matrices", arguments: [Activation.relu, .tanh])
  func agreesWithMatrices(activation: Activation) throws {
    let line = "kaiming_normal --nonlinearity \(activation.name)"
    let shortcut = try sample(
      line, depth: 5, width: 16, activation: activation, count: 600, hasBias: true
    ).map { log($0) }
    let matrices = try Simulation.lengths(
      line, seeds: 0..<600, depth: 5, width: 16, activation: activation, batch: 1, hasBias: true
    ).map { log($0[4]) }
    // Two means and spreads of 600 independent networks each.
    let (left, right) = (moments(shortcut), moments(matrices))
    let error = ((left.variance + right.variance) / 600).squareRoot()
    #expect(abs(left.mean - right.mean) < 4 * error)
    #expect(abs(log(left.variance / right.variance)) < 0.5)
  }

  @Test("Weights whose mean is not 0 shift all neurons together")
  func meanShifts() throws {
    let report = try Simulation.report(
      "normal --mean 0.1 --std 0.01 --seed 3", depth: 1, width: 400, activation: .linear,
      prefersShortcut: true)
    let input = try Simulation.report(
      "normal --mean 0.1 --std 0.01 --seed 3", depth: 1, width: 400, activation: .linear, batch: 1)
    let (ours, real) = (report.layers[0].preActivations, input.layers[0].preActivations)
    #expect(abs(ours.mean - real.mean) < 0.05)
    #expect(abs(ours.std / real.std - 1) < 0.2)
  }

  @Test("A network too large for matrices takes it and says so")
  func largeNetworksTakeIt() throws {
    let report = try Simulation.report(
      "kaiming_normal --nonlinearity relu", depth: 1000, width: 4096, activation: .relu)
    #expect(report.isShortcut && report.batch == 1 && report.layers.count == 1000)
    #expect(report.layers.allSatisfy { $0.gradient == nil })
    // ln q strays by √(5·999/4096) = 1.1.
    #expect(abs(log(report.layers[999].preActivations.meanSquare / 2) + 0.6) < 4.5)
    #expect(report.isComplete && report.progress == 1)
  }

  @Test("Asked for, it leaves methods that are not normal to matrices")
  func othersKeepMatrices() throws {
    let report = try Simulation.report(
      "xavier_uniform", depth: 3, width: 16, activation: .tanh, prefersShortcut: true)
    #expect(!report.isShortcut && report.batch == 64)
  }

  private func sample(
    _ line: String, depth: Int, width: Int, activation: Activation, count: Int,
    hasBias: Bool = false
  ) throws -> [Double] {
    let network = try Network(
      depth: depth, width: width, activation: activation, hasBias: hasBias)
    var tensor = try Tensor(parsing: line)
    let recipe = try NetworkDraw(tensor, network: network).recipe
    return try (0..<count).map { seed in
      tensor.seed = Seed(UInt64(seed))
      var shortcut = try #require(
        GaussianShortcut(tensor, recipe: recipe, network: network))
      return (0..<depth).map { _ in shortcut.next().preActivations.meanSquare }[depth - 1]
    }
  }

  private func moments(_ sample: [Double]) -> (mean: Double, variance: Double) {
    let mean = sample.reduce(0, +) / Double(sample.count)
    return (mean, sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(sample.count))
  }
}
