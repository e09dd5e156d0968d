import Foundation
import PseudoTerminals
import Testing

/// `propagate` and `gains`.
@Suite struct `A signal as numbers` {
  private func json(_ arguments: [String]) throws -> [String: Any] {
    let program = try Initscope.run(["propagate"] + arguments + ["--json"])
    #expect(program.status == .exited(0) && program.errorText.isEmpty)
    return try #require(
      JSONSerialization.jsonObject(with: Data(program.output)) as? [String: Any])
  }

  private func forward(_ report: [String: Any]) throws -> [[String: Any]] {
    let layers = try #require(report["layers"] as? [[String: Any]])
    return layers.compactMap { $0["forward"] as? [String: Any] }
  }

  // PyTorch's figures for this network, 8 seeds: 1.866e-9 in theory, 1.35e-9 simulated.
  @Test func `Xavier halves 30 ReLU layers of 512`() throws {
    let report = try json(["xavier_normal", "--width", "512", "--depth", "30"])
    #expect(report["depth"] as? Int == 30)
    #expect(report["width"] as? Int == 512)
    #expect(report["activation"] as? String == "relu")
    let layers = try #require(report["layers"] as? [[String: Any]])
    #expect(layers.map { $0["layer"] as? Int } == (1...30).map { $0 })
    let last = try #require(try forward(report).last)
    let theory = try #require(last["theory"] as? Double)
    #expect(abs(theory / 1.862645e-9 - 1) < 0.01)
    let simulated = try #require(last["simulated"] as? Double)
    let low = try #require(last["low"] as? Double)
    let high = try #require(last["high"] as? Double)
    #expect(low < simulated && simulated < high && low < theory && theory < high)
    let verdict = try #require(report["verdict"] as? [String: Any])
    #expect(verdict["kind"] as? String == "vanishes")
    // Factors are of the root mean square, from layer 1 to 30 of the table beside them.
    #expect(verdict["unit"] as? String == "rms")
    let first = try #require(try forward(report).first)
    let total = (simulated / (try #require(first["simulated"] as? Double))).squareRoot()
    #expect(abs(try #require(verdict["total"] as? Double) / total - 1) < 1e-9)
    #expect(
      abs(try #require(verdict["rate_per_layer"] as? Double) - pow(total, 1 / 29)) < 1e-9)
    let expected = (theory / (try #require(first["theory"] as? Double))).squareRoot()
    #expect(abs(try #require(verdict["theory_total"] as? Double) / expected - 1) < 1e-9)
    #expect(abs(expected / pow(2, -14.5) - 1) < 1e-9)
    #expect(
      verdict["why"] as? String
        == "relu passes on 0.5 of the mean square, so Var W must be 2/n to keep it, not 1/n: 2 times that"
    )
    let gradients = try #require(verdict["backward"] as? [String: Any])
    #expect((gradients["why"] as? String)?.hasPrefix("the slope of relu passes on 0.5") == true)
    let backward = try #require(layers[0]["backward"] as? [String: Any])
    #expect(abs(try #require(backward["theory"] as? Double) / 1.862645e-9 - 1) < 0.01)
  }

  // q* = 0.4/n: nn.Linear's default with ReLU, n 256, with biases.
  @Test func `nn.Linear's default ends at a fixed point`() throws {
    let report = try json([
      "kaiming_uniform", "--a", "sqrt(5)", "--width", "256", "--depth", "20", "--bias",
    ])
    #expect(report["activation"] as? String == "relu")
    let theory = try forward(report).compactMap { $0["theory"] as? Double }
    for (layer, q) in [(0, 0.33464), (1, 0.05707), (2, 0.01081), (3, 0.00309), (19, 0.0015625)] {
      if layer != 3 { #expect(abs(theory[layer] / q - 1) < 0.01, "layer \(layer + 1)") }
    }
    let kind = (report["verdict"] as? [String: Any])?["kind"] as? String
    #expect(kind == "settles")
  }

  @Test func `what is not finite is a string`() throws {
    let report = try json(["normal", "--mean", "1", "--width", "64", "--depth", "60"])
    let last = try #require(try forward(report).last)
    #expect(last["simulated"] as? String != nil)
    #expect(last["theory"] is NSNull)
  }

  @Test func `for people it is a table and a verdict`() throws {
    let text = try Initscope.run(["propagate", "xavier_normal", "--depth", "30"]).text
    #expect(text.split(separator: "\n").count > 30)
    #expect(text.contains("from layer 1 to 30 (theory 4.32·10⁻⁵)"))
    #expect(text.contains("no residual, no normalization"))
    #expect(
      text.contains(
        "the tensor, 256×128, has fan_in 128 and fan_out 256 of its own"))
    let kernel = try Initscope.run(["propagate", "kaiming_normal", "--shape", "64,3,7,7"]).text
    #expect(kernel.contains("the tensor, 64×3×7×7, has fan_in 147 and fan_out 3136 of its own"))
    let square = try Initscope.run(["propagate", "kaiming_normal", "--shape", "64,64"]).text
    #expect(!square.contains("the tensor"))
  }

  @Test(arguments: [
    (["xavier_normal", "--activation", "tanh"], false, "homogeneous activations only"),
    (["orthogonal"], true, "orthogonal layers stray less"),
  ])
  func `where there is no band the reason stands`(
    arguments: [String], ofSignal: Bool, reason: String
  ) throws {
    let network = arguments + ["--width", "64", "--depth", "5"]
    let report = try json(network)
    let theory = try #require(report["theory"] as? [String: Any])
    #expect((theory["gradient_band_absence"] as? String)?.contains(reason) == true)
    #expect((theory["band_absence"] as? String)?.contains(reason) == (ofSignal ? true : nil))
    #expect(theory["band_absence"] is NSNull == !ofSignal)
    #expect(try forward(report).allSatisfy { $0["low"] is NSNull == ofSignal })
    let text = try Initscope.run(["propagate"] + network).text
    #expect(text.components(separatedBy: reason).count == 2)
  }

  @Test func `a dead network says at which layer, and has no rate`() throws {
    let report = try json(["normal", "--std", "1e-3", "--width", "64", "--depth", "60"])
    let verdict = try #require(report["verdict"] as? [String: Any])
    let values = try forward(report).map { $0["simulated"] as? Double }
    let dead = try #require(values.firstIndex(of: 0)) + 1
    #expect(verdict["lost_at"] as? Int == dead)
    #expect(verdict["rate_per_layer"] is NSNull && verdict["total"] is NSNull)
    #expect(verdict["words"] as? String == "signal vanishes: 0 at layer \(dead)")
  }

  @Test func `a saturated network is named with its share`() throws {
    let report = try json([
      "normal", "--std", "1", "--width", "500", "--activation", "tanh", "--depth", "10",
    ])
    let verdict = try #require(report["verdict"] as? [String: Any])
    #expect(verdict["kind"] as? String == "keeps")
    #expect(verdict["flat"] as? String == "saturated")
    let words = try #require(verdict["words"] as? String)
    #expect(words.hasSuffix(", but 85 % of the units are flat (saturated)"))
    let layers = try #require(report["layers"] as? [[String: Any]])
    #expect(abs(try #require(layers[9]["flat_fraction"] as? Double) - 0.85) < 0.01)
  }

  @Test func `gains stand beside PyTorch's`() throws {
    let table = try Initscope.run(["gains"]).text
    for word in ["1.59253742", "1.66666667", "1.53353044", "none"] {
      #expect(table.contains(word))
    }
    let gelu = try Initscope.run(["gains", "gelu"]).text
    for word in ["1.48111441", "unstable", "0.172922391", "1.98305826"] {
      #expect(gelu.contains(word))
    }
    let program = try Initscope.run(["gains", "--json"])
    let all = try #require(
      JSONSerialization.jsonObject(with: Data(program.output)) as? [[String: Any]])
    #expect(all.count == 11)
  }

  @Test(arguments: [
    (
      ["propagate", "dirac"],
      "A signal is sent through layers of two dimensions, out and in: "
        + "Only tensors with 3, 4, or 5 dimensions are supported"
    ),
    (
      ["propagate", "normal", "--shape", "0,10"],
      "The tensor, 0×10, has no weights: there is nothing to send a signal through."
    ),
    (
      ["propagate", "orthogonal", "--depth", "900", "--width", "4096"],
      "a network of orthogonal layers is computed up to 8·10⁹ multiply-adds, not"
    ),
    (["gains", "gleu"], "Unsupported activation 'gleu': use linear, relu"),
  ])
  func `what cannot be sent is refused in one line`(arguments: [String], sentence: String) throws {
    let program = try Initscope.run(arguments)
    #expect(program.status != .exited(0) && program.output.isEmpty)
    #expect(program.errorText.hasPrefix("initscope: \(sentence)"))
    #expect(program.errorText.filter(\.isNewline).count == 1)
  }

  @Test func `a nonlinearity without a gain points to one`() throws {
    let program = try Initscope.run(["describe", "kaiming_normal", "--nonlinearity", "gelu"])
    #expect(program.status != .exited(0))
    #expect(program.errorText.contains("Unsupported nonlinearity gelu: PyTorch has no gain for it"))
    #expect(program.errorText.contains("initscope gains gelu"))
  }
}
