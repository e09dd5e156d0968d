import Foundation
import PseudoTerminals
import TestSupport
import Testing

/// `check` of a seed that is claimed.
@Suite struct `Checking a file's bits` {
  private let folder: URL

  init() throws { folder = try Initscope.makeFolder() }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func write(_ bytes: [UInt8], _ name: String) throws -> String {
    try Data(bytes).write(to: folder.appending(path: name))
    return path(name)
  }

  // A seed of 64 bits where the framework takes one; of the layers' own names here, too.
  @Test(arguments: [
    (["xavier_uniform", "--shape", "40,30"], "--law", "xavier_uniform", "0xfedcba9876543210"),
    (["orthogonal", "--shape", "40,30"], "--law", "orthogonal", "11"),
    (
      ["he_normal", "--shape", "40,30", "--framework", "keras-tensorflow"], "--law",
      "he_normal --framework keras-tensorflow", "2**40"
    ),
    (
      ["layer", "lstm", "--in", "20", "--out", "16", "--framework", "flax"], "--layer",
      "lstm --in 20 --out 16 --framework flax", "3"
    ),
    (
      ["nn.LSTM(20, 16, num_layers=2, bidirectional=True)"], "--layer",
      "lstm --in 20 --out 16 --layers 2 --directions 2", "9"
    ),
    (
      ["layer", "gru", "--in", "20", "--out", "16", "--layers", "3"], "--layer",
      "nn.GRU(20, 16, num_layers=3)", "10"
    ),
    (
      ["layer", "dense", "--in", "40", "--out", "30", "--without-bias"], "--layer",
      "layer 'nn.Linear(40, 30)' --without-bias", "10"
    ),
    (["layer", "dense", "--in", "40", "--out", "30"], "--layer", "linear --in 40 --out 30", "-1"),
  ])
  func `holds bits against a seed that is claimed`(
    scene: [String], option: String, claim: String, seed: String
  ) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = path("drawn.safetensors")
    let drawn = try Initscope.run(["sample"] + scene + ["--seed", seed, "-o", file])
    #expect(drawn.status == .exited(0), "\(drawn.errorText)")
    let check = ["check", file, option]
    let same = try Initscope.run(check + [claim, "--seed", seed])
    #expect(
      same.status == .exited(0) && same.text.contains(": the very bits that "), "\(same.text)")
    // The seed beside the words wins; without one theirs is meant.
    let own = try Initscope.run(check + ["\(claim) --seed 5", "--seed", seed])
    #expect(own.status == .exited(0) && own.text == same.text)
    let within = try Initscope.run(check + ["\(claim) --seed \(seed)"])
    #expect(within.status == .exited(0) && within.text == same.text, "\(within.text)")
    let law = try Initscope.run(check + [claim])
    #expect(law.status == .exited(0) && !law.text.contains("bits"))
    let other = try Initscope.run(check + [claim, "--seed", "6", "--json"])
    #expect(other.status == .exited(1))
    #expect(Set(try kinds(of: other)) == ["other_bits"])
  }

  private func object(_ run: PipedProgram) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
  }

  private func kinds(of run: PipedProgram) throws -> [String] {
    let findings = try #require(try object(run)["findings"] as? [[String: Any]])
    return findings.compactMap { $0["kind"] as? String }
  }

  // torch.manual_seed(7); nn.Linear(4, 2).weight and .bias, PyTorch 2.13, whose decimals are exact to the bit.
  @Test func `names the first number that is not the seed's`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let weight: [Float] = [
      0.03492254, -0.3011968, 0.1592117, 0.15689027,
      -0.26723844, -0.074938595, -0.29291397, 0.12973636,
    ]
    let bias: [Float] = [-0.13468385, 0.35126835]
    func write(_ weight: [Float]) throws -> String {
      let header =
        "{\"fc.weight\":{\"dtype\":\"F32\",\"shape\":[2,4],\"data_offsets\":[0,32]},"
        + "\"fc.bias\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[32,40]}}"
      let data = (weight + bias).flatMap { $0.bitPattern.littleEndianBytes }
      return try self.write(Files.safetensors(header, data: data), "fc.safetensors")
    }
    let claim = ["--layer", "linear --in 4 --out 2", "--seed", "7"]
    let line = "draws from seed 7"
    let layer = "layer dense --in 4 --out 2 --framework torch"
    let same = try Initscope.run(["check", write(weight)] + claim)
    #expect(
      same.text == """
        fc.weight: the very bits that \(layer) \(line)
        fc.bias: the very bits that \(layer) \(line)
        2 confirmed to the bit
        2 tensors, findings: 0

        """)
    let described = try object(Initscope.run(["check", write(weight)] + claim + ["--json"]))
    let tensors = try #require(described["tensors"] as? [[String: Any]])
    #expect(tensors.allSatisfy { $0["verdict"] as? String == "confirmed" })
    let births = tensors.compactMap { $0["birth"] as? [String: Any] }
    #expect(births.compactMap { $0["draws"] as? Int } == [0, 8])
    #expect(births.allSatisfy { $0["seed"] as? Int == 7 && $0["framework"] as? String == "torch" })
    var other = weight
    other[6] = other[6].nextUp
    let changed = try Initscope.run(["check", write(other)] + claim)
    #expect(changed.status == .exited(1))
    #expect(
      changed.text == """
        fc.weight: not the claimed bits: 7 of 8 numbers are those that \(layer) \(line); \
        the first other one, [1, 2], is \(other[6]) instead of \(weight[6])
        fc.bias: the very bits that \(layer) \(line)
        1 confirmed to the bit, 1 too small to tell
        2 tensors, findings: 1

        """)
  }

  @Test func `holds a model's bits against its recipe and a seed`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let lines = [
      "fc.weight trunc_normal --shape 40,50 --std 0.02 --a -0.04 --b 0.04", "_ normal --shape 7",
      "head.weight kaiming_normal --shape 20,40", "norm.weight ones --shape 40",
    ]
    let recipe = try write(Array(lines.joined(separator: "\n").utf8), "recipe.txt")
    let file = path("model.safetensors")
    _ = try Initscope.run(["sample", "--recipe", recipe, "--seed", "9", "-o", file])
    let same = try Initscope.run(["check", file, "--recipe", recipe, "--seed", "9", "--json"])
    #expect(same.status == .exited(0))
    let tensors = try #require(try object(same)["tensors"] as? [[String: Any]])
    #expect(
      tensors.map { $0["verdict"] as? String } == ["confirmed", "confirmed", "constant"])
    // What is drawn until it fits leaves the next one's place unknown.
    #expect(tensors.map { $0["birth"] is [String: Any] } == [true, false, false])
    let other = try Initscope.run(["check", file, "--recipe", recipe, "--seed", "8", "--json"])
    #expect(try kinds(of: other) == ["other_bits", "other_bits"])
  }

  // PyTorch drew a model from seed 20240601 and trained it; of fc.weight, which was drawn behind the embedding,
  // NumPy has the correlation 0.797136782 with what was drawn, and the distance 0.094293774. The bias has too few
  // numbers for its 0.85 to be no chance.
  @Test func `tells weights trained from the seed from those of another`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let lines = [
      "embedding.weight normal --shape 256,32",
      "fc.weight kaiming_uniform --shape 48,32 --a sqrt(5)",
      "fc.bias uniform --shape 48 --a -1/sqrt(32) --b 1/sqrt(32)",
    ]
    let recipe = try write(Array(lines.joined(separator: "\n").utf8), "recipe.txt")
    let file = Initscope.readme.deletingLastPathComponent()
      .appending(path: "Resources/lectures/birth.safetensors").path
    let claim = ["check", file, "--recipe", recipe, "--seed"]
    let run = try Initscope.run(claim + ["20240601"])
    #expect(run.status == .exited(1))
    let moved = run.text.split(separator: "\n").filter {
      $0.contains("still, its numbers come from seed 20240601: correlation ")
    }
    #expect(moved.map { $0.prefix { $0 != ":" } } == ["embedding.weight", "fc.weight"])
    #expect(
      moved.last?.hasSuffix(
        "correlation 0.797 with what it draws, moved by 0.0943 (root mean square)") == true,
      "\(run.text)")
    let other = try Initscope.run(claim + ["20240602"])
    #expect(other.status == .exited(1) && !other.text.contains("come from"), "\(other.text)")

    let tensors = try #require(
      try object(Initscope.run(claim + ["20240601", "--json"]))["tensors"] as? [[String: Any]])
    func bits(_ name: String) throws -> [String: Any] {
      try #require(tensors.first { $0["name"] as? String == name }?["bits"] as? [String: Any])
    }
    let weight = try bits("fc.weight")
    #expect(weight["same"] as? Int == 0 && weight["first_other"] as? [Int] == [0, 0])
    #expect(abs(try #require(weight["correlation"] as? Double) - 0.797_136_782_392) < 1e-9)
    #expect(abs(try #require(weight["distance"] as? Double) - 0.094_293_774_395) < 1e-9)
    let bias = try bits("fc.bias")
    #expect(bias["correlation"] is NSNull && bias["distance"] is NSNull)
    #expect(tensors.first { $0["name"] as? String == "classifier.bias" }?["bits"] is NSNull)
  }

  @Test func `takes a seed with a claim alone, and one that there is`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = path("drawn.npy")
    _ = try Initscope.run(["sample", "normal", "--shape", "2,2", "-o", file])
    for (arguments, sentence) in [
      (
        ["--seed", "7"],
        "--seed says of a claim which bits are meant: it needs --law, --layer or --recipe"
      ),
      (
        ["--law", "he_normal --framework keras", "--seed", "2**32"],
        "Seed must be between 0 and 2**32 - 1"
      ),
      (
        ["--law", "normal", "--seed", "x"],
        "--seed takes a whole number from -2^63 to 2^64-1, not 'x'"
      ),
    ] {
      let run = try Initscope.run(["check", file] + arguments)
      #expect(run.status != .exited(0) && run.output.isEmpty)
      #expect(run.errorLines == ["initscope: \(sentence)"])
    }
  }
}
