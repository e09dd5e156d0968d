import Foundation
import Initializers
import MeanField
import Scenes
import Testing
import Words

@testable import Networks

/// What is said of most networks, against many simulated ones of one input.
@Suite("What most networks do")
struct TypicalNetworkTests {
  /// q_L of networks that differ by their seed.
  private func lengths(
    _ line: String, _ activation: Activation, width: Int, depth: Int, networks: Int
  ) throws -> [Double] {
    let network = try Network(depth: depth, width: width, activation: activation, batch: 1)
    return try (0..<networks).map { seed in
      let tensor = try Tensor(parsing: line + " --seed \(seed)")
      let recipe = try NetworkDraw(tensor, network: network).recipe
      var shortcut = try #require(GaussianShortcut(tensor, recipe: recipe, network: network))
      return (0..<depth).reduce(0.0) { _, _ in shortcut.next().preActivations.meanSquare }
    }
  }

  private func report(
    _ line: String, _ activation: Activation, width: Int, depth: Int
  ) throws -> PropagationReport {
    try Simulation.report(
      line, depth: depth, width: width, activation: activation, batch: 1, prefersShortcut: true)
  }

  // By 2·10⁶ draws ln of the mean of 2·relu² over 32 normals has the mean −0.08275, that of their own
  // mean square −0.0317: after 99 layers and the last one e^(−8.224) of theory is left.
  @Test("A narrow and deep relu network has the median of many, and few have theory's")
  func narrow() throws {
    let line = "kaiming_normal --nonlinearity relu"
    let found = try lengths(line, .relu, width: 32, depth: 100, networks: 300).sorted()
    let report = try report(line, .relu, width: 32, depth: 100)
    // Each seed has its own input, whose mean square is 1 on the average: theory's q is 2.
    let typical = try #require(report.typicalLengths?.last)
    let ratio = typical / (try #require(report.prediction?.lengths.last))
    // σ of ln q is 3.94, and that of the median of 300 1.25·3.94/√300.
    let error = 1.2533 * 3.94 / 300.0.squareRoot()
    #expect(abs(log(found[150] / 2 / ratio)) < 3 * error)
    #expect(abs(log(ratio) + 99 * 0.08275 + 0.0317) < 0.1)
    #expect(found.filter { abs(log($0 / 2)) < log(1.5) }.count < 30)
    let verdict = try #require(report.signalVerdict)
    #expect(verdict.kind != .keeps)
    #expect(verdict.description.contains("; the mean over networks keeps its size, a typical"))
  }

  @Test(
    "Where the sentence says that most networks miss theory, they do",
    arguments: [
      (.gelu, 1.5335304412, 64, 30, true), (.silu, 1.6765324703, 64, 30, true),
      (.mish, 1.4868475813, 64, 30, true), (.gelu, 1.4142, 256, 30, true),
      (.gelu, 1.5335304412, 1024, 10, false), (.gelu, 1, 256, 30, false),
      (.tanh, 5.0 / 3, 64, 30, false), (.elu, 1.2451983, 64, 30, false),
    ] as [(Activation, Double, Int, Int, Bool)])
  func straying(
    activation: Activation, gain: Double, width: Int, depth: Int, strays: Bool
  ) throws {
    let line = "xavier_normal --gain \(gain)"
    let report = try report(line, activation, width: width, depth: depth)
    #expect(report.strays == strays)
    #expect((report.signalVerdict?.chance == .straying) == strays)
    let theory = try #require(report.prediction?.lengths.last)
    let found = try lengths(line, activation, width: width, depth: depth, networks: 120)
    let missing = found.filter { abs(log($0 / theory)) > log(2) }.count
    #expect((missing > 60) == strays, "\(missing) of 120")
  }
}
