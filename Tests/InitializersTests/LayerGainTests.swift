import Foundation
import Testing

@testable import Initializers

/// What layers make of white input, against simulations with the frameworks themselves.
// One case after another: others, which have time limits, wait for the same threads.
@Suite(.serialized) struct `The gain of a layer` {
  /// A gain simulated over 16 seeds with torch 2.13.0, keras 3.15.1 and flax 0.12.8.
  struct Simulation: Decodable, CustomTestStringConvertible, Sendable {
    let framework: String
    let layer: String
    let what: String
    let gain: Double
    let standardError: Double

    var testDescription: String { "\(framework) \(layer): \(what)" }

    private enum CodingKeys: String, CodingKey {
      case framework, layer, what, gain
      case standardError = "standard_error"
    }

    static let recorded: [Simulation] = {
      guard let url = Bundle.module.url(forResource: "Fixtures/gains", withExtension: "json"),
        let data = try? Data(contentsOf: url)
      else { return [] }
      return (try? JSONDecoder().decode([Simulation].self, from: data)) ?? []
    }()

    /// The layer; those of an encoder are plain ones.
    var call: LayerCall {
      get throws {
        if let ends = layer.firstMatch(of: /linear\d (\d+)→(\d+)/) {
          return try LayerCall(
            .dense, [.in: try #require(Int(ends.1)), .out: try #require(Int(ends.2))])
        }
        let fixture = LayerFixture(framework: framework, layer: layer, seed: 0, tensors: [])
        return try fixture.call
      }
    }
  }

  // PyTorch's attention with kdim has no words here.
  private static let simulations = Simulation.recorded.filter { !$0.layer.contains("--kdim") }

  @Test func `there are all that were simulated`() {
    #expect(Simulation.recorded.count == 127 && Self.simulations.count == 126)
  }

  @Test(arguments: simulations)
  func `is within four standard errors of the framework's own`(simulated: Simulation) async throws {
    await Task.yield()
    let name = simulated.framework == "keras-jax" ? "keras" : simulated.framework
    let tensors = try simulated.call.tensors(in: Framework.named(name))
    let gain = try Self.gain(tensors, simulated)
    // What is no sample is known as well as float32 has it.
    let tolerance = 4 * simulated.standardError + 2e-6 * gain
    #expect(abs(gain - simulated.gain) <= tolerance, "\(gain), not \(simulated.gain)")
  }

  // E y²/E x² with E x² = 1, or the part of it that was simulated.
  private static func gain(
    _ tensors: [LayerTensor], _ simulated: Simulation
  ) throws -> Double {
    func gain(_ tensor: LayerTensor) throws -> Double {
      let size = try tensor.recipe().law.rootMeanSquare
      return try #require(tensor.gain(meanSquare: size * size))
    }
    let weights = tensors.filter { $0.role.trueFans != nil }
    let part: LayerTensor.Part? =
      switch simulated.what.prefix(while: { $0 != ":" && $0 != " " }) {
      case "input": .kernel
      case "recurrent": .recurrent
      case "q,": .kernel
      case "out": .output
      default: nil
      }
    if let part {
      let all = try weights.filter { $0.part == part }.map(gain)
      let first = try #require(all.first)
      // One for each gate, all alike.
      #expect(all.allSatisfy { $0 == first })
      return first
    }
    guard !weights.isEmpty else {
      // A slope on one half of white input; a scale on normalized input.
      let scale = try #require(tensors.first { $0.role == .scale })
      guard case .constant(let value) = try scale.recipe().law else {
        return try scale.recipe().law.mean
      }
      return simulated.layer.hasPrefix("prelu") ? (1 + value * value) / 2 : value * value
    }
    let biases = try tensors.filter { $0.role == .bias }.map(gain)
    return try weights.map(gain).reduce(1, *) + biases.reduce(0, +)
  }

  // The table that the simulations were made for, its standard deviations as written there.
  @Test(arguments: [
    ("torch", "dense --in 784 --out 256", "weight", ".02062", ".333"),
    ("torch", "dense --in 784 --out 256", "bias", ".02062", ""),
    ("keras", "dense --in 784 --out 256", "kernel", ".04385", "1.508"),
    ("flax", "dense --in 784 --out 256", "kernel", ".03571", "1.000"),
    ("torch", "conv2d --in 64 --out 128 --kernel 3", "weight", ".02406", ".333"),
    ("keras", "conv2d --in 64 --out 128 --kernel 3", "kernel", ".03402", ".667"),
    ("flax", "conv2d --in 64 --out 128 --kernel 3", "kernel", ".04167", "1.0"),
    ("torch", "conv2d --in 64 --out 64 --kernel 3 --groups 64", "weight", ".1925", ".333"),
    ("keras", "conv2d --in 64 --out 64 --kernel 3 --groups 64", "kernel", ".0585", ".0308"),
    ("nnx", "conv2d --in 64 --out 64 --kernel 3 --groups 64", "kernel", ".3333", "1.0"),
    ("torch", "conv2d --in 64 --out 128 --kernel 3 --groups 4", "weight", ".0481", ".333"),
    ("keras", "conv2d --in 64 --out 128 --kernel 3 --groups 4", "kernel", ".0393", ".222"),
    ("flax", "conv2d --in 64 --out 128 --kernel 3 --groups 4", "kernel", ".0833", "1.0"),
    ("keras", "separable --in 64 --out 128 --kernel 3", "depthwise_kernel", ".0585", ".0308"),
    ("keras", "separable --in 64 --out 128 --kernel 3", "pointwise_kernel", "", ".667"),
    (
      "torch", "conv_transpose2d --in 64 --out 128 --kernel 4 --stride 2", "weight", ".01276",
      ".0417"
    ),
    (
      "keras", "conv_transpose2d --in 64 --out 128 --kernel 4 --stride 2", "kernel", ".02552",
      ".167"
    ),
    (
      "flax", "conv_transpose2d --in 64 --out 128 --kernel 4 --stride 2", "kernel", ".03125",
      ".25"
    ),
    ("torch", "embedding --in 10000 --out 128", "weight", "1", "1"),
    ("keras", "embedding --in 10000 --out 128", "embeddings", ".02887", ".00083"),
    ("nnx", "embedding --in 10000 --out 128", "embedding", ".0884", ".0078"),
    ("torch", "lstm --in 128 --out 256", "weight_ih_l0", "", ".167"),
    ("torch", "lstm --in 128 --out 256", "weight_hh_l0", "", ".333"),
    ("torch", "lstm --in 128 --out 256", "bias_ih_l0", ".036", ""),
    ("keras", "lstm --in 128 --out 256", "lstm_cell/kernel", "", ".222"),
    ("keras", "lstm --in 128 --out 256", "lstm_cell/recurrent_kernel", ".03125", ".25"),
    ("flax", "lstm --in 128 --out 256", "if.kernel", "", "1"),
    ("flax", "lstm --in 128 --out 256", "hf.kernel", ".0625", "1"),
    ("nnx", "lstm --in 128 --out 256", "dense_h.kernel", ".03125", ".25"),
    ("keras", "gru --in 128 --out 256", "gru_cell/kernel", "", ".286"),
    ("keras", "gru --in 128 --out 256", "gru_cell/recurrent_kernel", "", ".333"),
    ("keras", "rnn --in 128 --out 256", "simple_rnn_cell/kernel", "", ".667"),
    ("keras", "rnn --in 128 --out 256", "simple_rnn_cell/recurrent_kernel", "", "1"),
    ("torch", "attention --in 256 --heads 8", "in_proj_weight", "", ".5"),
    ("torch", "attention --in 256 --heads 8", "out_proj.weight", "", ".333"),
    ("keras", "attention --in 256 --heads 8", "query/kernel", "", "1"),
    ("flax", "attention --in 256 --heads 8", "out.kernel", "", "1"),
    ("torch", "bilinear --in 64 --in2 32 --out 128", "weight", "", "10.7"),
  ])
  func `and its law's width are those of the table`(
    framework: String, layer: String, name: String, std: String, gain: String
  ) throws {
    let fixture = LayerFixture(framework: framework, layer: layer, seed: 0, tensors: [])
    let tensors = try fixture.call.tensors(in: Framework.named(framework))
    let tensor = try #require(tensors.first { $0.name == name })
    let law = try tensor.recipe().law
    for (text, value) in [
      (std, law.std), (gain, tensor.gain(meanSquare: law.rootMeanSquare * law.rootMeanSquare)),
    ] where !text.isEmpty {
      // Half a unit of the last digit.
      let digits = text.split(separator: ".").last.map(\.count) ?? 0
      let half = text.contains(".") ? 0.5 * pow(10, -Double(digits)) : 0.5
      let written = try #require(Double(text.hasPrefix(".") ? "0" + text : text))
      #expect(abs(try #require(value) - written) <= half + 1e-12, "\(text)")
    }
  }
}
