import Glibc
import Initializers
import MeanField
import Scenes
import Testing

@testable import Networks

/// Configurations simulated in PyTorch with other seeds; figures and spreads are from there.
@Suite("Signals through depth are those of lectures and papers")
struct DepthTests {
  @Test("He keeps relu's signal in 30 layers of 512, Xavier halves it every layer")
  func reluKeepsOrHalves() throws {
    let he = try Simulation.lengths(
      "kaiming_normal --nonlinearity relu", seeds: 0..<6, depth: 30, width: 512, activation: .relu)
    let xavier = try Simulation.lengths(
      "xavier_normal", seeds: 0..<6, depth: 30, width: 512, activation: .relu)
    #expect(abs(he.mean(layer: 1) - 2) < 0.05)
    #expect(abs(he.mean(layer: 5) - 2) < 0.5)
    // ln q at layer 30 spreads by √(5·29/512) = 0.53 around ln 2 − 0.14.
    let logarithm = he.map { log($0[29]) }.reduce(0, +) / 6
    #expect(abs(logarithm - (log(2) - 0.14)) < 3 * 0.53 / 6.0.squareRoot())
    for (he, xavier) in zip(he, xavier) {
      // The same normals scaled by 1/√2: the ratio of standard deviations is 2⁻¹⁵.
      let ratio = (xavier[29] / he[29]).squareRoot()
      #expect(abs(ratio / 0x1p-15 - 1) < 1e-4)
    }
  }

  @Test("tanh with gain 1 decays slowly")
  func deepTanhDecays() throws {
    let lengths = try Simulation.lengths(
      "xavier_normal", seeds: 0..<4, depth: 50, width: 512, activation: .tanh)
    // Least and greatest of six seeds, and the mean of those seeds.
    for (layer, mean, tolerance) in [
      (1, 1.0031, 0.02), (5, 0.12727, 0.03), (10, 0.057872, 0.04), (20, 0.026899, 0.06),
      (50, 0.0097747, 0.12),
    ] {
      let ours = lengths.mean(layer: layer)
      #expect(abs(ours / mean - 1) < tolerance, "layer \(layer): \(ours)")
    }
  }

  @Test("selu with gain 3/4 settles at 0.2024")
  func seluSettles() throws {
    let report = try Simulation.report(
      "xavier_normal --gain selu", depth: 50, width: 512, activation: .selu)
    let layers = report.layers
    #expect(abs(layers[0].preActivations.meanSquare / 0.5636 - 1) < 0.05)
    #expect(abs(layers[9].preActivations.meanSquare / 0.06575 - 1) < 0.1)
    #expect(abs(layers[19].preActivations.meanSquare / 0.03475 - 1) < 0.15)
    let settled = layers[39...].map(\.postActivations.rootMeanSquare).reduce(0, +) / 11
    #expect(abs(settled - 0.2024) < 0.02)
  }

  @Test("gelu at its gain strays by more than tenfold between seeds")
  func geluIsUnstable() throws {
    let network = try Network(depth: 30, width: 512, activation: .gelu, batch: 16)
    let lengths = try (0..<8).map { seed in
      let tensor = try Tensor(parsing: "xavier_normal --gain 1.5335304412 --seed \(seed)")
      let drawn = SignalDraw(tensor, network: network)
      // Sent in so that q starts on the fixed point, 1.
      let signals = SignalDraw(
        inputs: drawn.inputs.map { $0 / 1.5335304 }, gradients: drawn.gradients)
      let weights = KeptWeights(try NetworkDraw(tensor, network: network), network: network)
      var pass = MatrixPass(weights, network: network, signals: signals)
      return try (0..<30).map { _ in try pass.forward().preActivations.meanSquare }
    }
    #expect(lengths.allSatisfy { abs($0[0] - 1) < 0.1 })
    // The recorded eight lie between 0.18 and 18.8 at layer 30.
    let last = lengths.map { $0[29] }.sorted()
    #expect(last[7] / last[0] > 10, "\(last)")
  }

  @Test("nn.Linear's default with relu forgets its input by layer 10")
  func defaultForgets() throws {
    let reports = try (0..<10).map { seed in
      try Simulation.report(
        "kaiming_uniform --a sqrt(5) --seed \(seed)", depth: 20, width: 256, activation: .relu,
        hasBias: true)
    }
    for (layer, length, shared) in [
      (1, 0.33264, 0.004), (2, 0.05722, 0.339), (3, 0.010881, 0.568), (5, 0.0017997, 0.950),
      (10, 0.0016023, 1), (20, 0.0015636, 1),
    ] {
      let signals = reports.map { $0.layers[layer - 1].preActivations }
      let mean = signals.map(\.meanSquare).reduce(0, +) / 10
      #expect(abs(mean / length - 1) < 0.06, "layer \(layer): \(mean)")
      // From a shared fraction of 1 − 10⁻⁵ on, the output does not depend on the input.
      let fraction = signals.map(\.sharedFraction).reduce(0, +) / 10
      #expect(abs(fraction - shared) < (layer < 10 ? 0.02 : 1e-4), "layer \(layer): \(fraction)")
    }
  }

  @Test("tanh with gain 5/3 settles at 0.6513, and its gradients grow by 1.21 a layer")
  func tanhSettles() throws {
    let report = try Simulation.report(
      "xavier_normal --gain tanh", depth: 10, width: 1000, activation: .tanh)
    #expect(abs(report.layers[9].postActivations.std / 0.6518 - 1) < 0.015)
    let deep = try Simulation.report(
      "xavier_normal --gain tanh", depth: 40, width: 512, activation: .tanh)
    #expect(abs(deep.layers[39].preActivations.meanSquare / 1.184 - 1) < 0.06)
    // From layer 40, where it is 1, back to layer 10.
    let grown = try #require(deep.layers[9].gradient).meanSquare
    #expect(abs(log(grown) / 30 - log(1.209831)) < 0.03, "\(grown)")
  }

  @Test("Gradients shrink as χ⊥ says where the network is ordered")
  func gradientsFollowTheory() throws {
    let report = try Simulation.report(
      "xavier_normal", depth: 20, width: 512, activation: .tanh)
    let map = report.request.network.lengthMap(report.recipe)
    let lengths = map.lengths(from: map.firstLength(inputMeanSquare: 1), layers: 20)
    let theory = map.gradients(lengths: lengths)
    for (layer, expected) in zip(report.layers, theory) {
      let gradient = try #require(layer.gradient)
      #expect(abs(log(gradient.meanSquare / expected)) < 0.25, "layer \(layer.layer)")
    }
    #expect(abs(try #require(report.layers[19].gradient).meanSquare - 1) < 1e-6)
  }

  @Test("An orthogonal linear network keeps every signal and gradient exactly")
  func orthogonalKeeps() throws {
    let report = try Simulation.report(
      "orthogonal", depth: 8, width: 64, activation: .linear, batch: 16)
    for layer in report.layers {
      #expect(abs(layer.preActivations.meanSquare / report.inputMeanSquare - 1) < 1e-5)
      #expect(abs(try #require(layer.gradient).meanSquare - 1) < 1e-5)
      #expect(layer.flatFraction == 0)
    }
  }
}
