import Foundation
import PseudoTerminals
import TestSupport
import Testing

/// `layer`, and layers in the other commands.
@Suite struct `A layer's command` {
  private func json(_ arguments: [String]) throws -> Any {
    let run = try Initscope.run(["layer"] + arguments + ["--json"])
    #expect(run.status == .exited(0) && run.errorText.isEmpty, "\(run.errorText)")
    return try JSONSerialization.jsonObject(with: Data(run.output))
  }

  @Test func `prints one framework as an object`() throws {
    let object = try #require(
      try json(["dense", "--in", "784", "--out", "256", "--framework", "keras", "--seed", "42"])
        as? [String: Any])
    #expect(object["framework"] as? String == "keras")
    #expect(object["layer"] as? String == "dense --in 784 --out 256")
    #expect(object["seed"] as? Int == 42)
    let tensors = try #require(object["tensors"] as? [[String: Any]])
    #expect(tensors.map { $0["name"] as? String } == ["kernel", "bias"])
    let kernel = tensors[0]
    #expect(kernel["shape"] as? [Int] == [784, 256])
    let law = try #require(kernel["law"] as? [String: Any])
    #expect(law["kind"] as? String == "uniform")
    // √(6/(784 + 256)) and its third; √(6/1040) = 0.0759555…
    #expect(abs((law["high"] as? Double ?? 0) - 0.075_955_452_5) < 1e-9)
    let std = try #require(kernel["std"] as? [String: Double])
    let (theory, sample) = (try #require(std["theory"]), try #require(std["sample"]))
    #expect(abs(theory - 0.043_852_900_8) < 1e-9 && abs(sample / theory - 1) < 0.01)
    let fans = try #require(kernel["fans"] as? [String: [Double]])
    #expect(fans["used"] == [784, 256] && fans["true"] == [784, 256])
    let gain = try #require(kernel["gain"] as? [String: Double])
    // 784·2/1040
    #expect(abs(try #require(gain["theory"]) - 1.507_692_307_7) < 1e-9)
    #expect(abs(try #require(gain["sample"]) - 1.5077) < 0.02)
    #expect(tensors[1]["shape"] as? [Int] == [256])
  }

  @Test func `prints all frameworks as a list`() throws {
    let list = try #require(try json(["lstm", "--in", "4", "--out", "3"]) as? [[String: Any]])
    #expect(
      list.map { $0["framework"] as? String } == [
        "torch", "keras", "keras-torch", "keras-numpy", "keras-tensorflow", "flax", "nnx",
      ])
    for object in list {
      #expect(object["layer"] as? String == "lstm --in 4 --out 3")
      let tensors = try #require(object["tensors"] as? [[String: Any]])
      for tensor in tensors {
        let keys: Set = ["name", "shape", "law", "std", "fans", "gain"]
        #expect(keys.isSubset(of: tensor.keys))
      }
    }
    // Only PyTorch has it.
    let bilinear = try #require(
      try json(["bilinear", "--in", "4", "--in2", "3", "--out", "2"]) as? [[String: Any]])
    #expect(bilinear.map { $0["framework"] as? String } == ["torch"])
  }

  @Test func `says for people what parts the frameworks`() throws {
    let run = try Initscope.run(["layer", "conv2d", "--in", "64", "--out", "128", "--kernel", "3"])
    #expect(run.status == .exited(0) && run.errorText.isEmpty)
    for words in [
      "PyTorch 2.13", "Keras 3.15", "flax 0.12", "flax.nnx 0.12", "128×64×3×3", "3×3×64×128",
      "nn.Conv2d(64, 128, 3)", "keras.layers.Conv2D(128, 3)", "nn.Conv(128, (3, 3))",
      "nnx.Conv(64, 128, (3, 3), rngs=rngs)", "kaiming_uniform_(a=√5)",
    ] {
      #expect(run.text.contains(words), "\(words)")
    }
    // As it stands in code.
    let pasted = try Initscope.run(["layer", "nn.Conv2d(64, 128, 3)"])
    #expect(pasted.output == run.output)
  }

  @Test(arguments: [
    (["dense", "--in", "784"], "dense needs --out, as in dense --in 784 --out 256"),
    (
      ["lstm", "--in", "4", "--out", "3", "--kernel", "3"],
      "lstm takes no --kernel; it takes --in, --out, --layers, --directions, --projection"
    ),
    (
      ["bilinear", "--in", "4", "--in2", "3", "--out", "2", "--framework", "keras"],
      "Keras has no bilinear layer of this form"
    ),
    (
      ["dense", "--in", "4", "--out", "3", "--from", "torch"],
      "--from 'torch' needs --to: the framework that is to have its laws"
    ),
    (
      ["dense", "--in", "4", "--out", "3", "--gain", "2"],
      "a layer takes no --gain: its initializers are the framework's defaults"
    ),
    (
      ["lstm", "--in", "4", "--out", "3", "--layers", "2", "--framework", "keras"],
      "lstm takes --layers 1, not 2, in Keras"
    ),
    (
      ["nn.GRU(4, 3, bidirectional=True)", "--to", "nnx"],
      "gru takes --directions 1, not 2, in flax.nnx"
    ),
    (["nn.GRU(4, 3, bidirectional=both)"], "'bidirectional=both' of GRU is not understood"),
    (
      ["nn.Linear(4, n)"], "'n' of Linear is not understood"
    ),
  ])
  func `refuses in one line`(arguments: [String], sentence: String) throws {
    let run = try Initscope.run(["layer"] + arguments)
    #expect(run.status != .exited(0) && run.output.isEmpty)
    #expect(run.errorLines == ["initscope: \(sentence)"])
  }

  // What torch 2.13.0 and Keras 3.15.1 have been given in code of this kind.
  @Test func `prints the lines that port a law`() throws {
    func lines(_ arguments: String) throws -> [String] {
      let run = try Initscope.run(["layer"] + arguments.split(separator: " ").map(String.init))
      #expect(run.status == .exited(0) && run.errorText.isEmpty)
      return run.text.split(separator: "\n").map(String.init)
    }
    let dense = "dense --in 784 --out 256"
    #expect(
      try lines("\(dense) --from torch --to flax")
        == [
          "kernel_init=initializers.variance_scaling(scale=1/3, mode='fan_in', distribution='uniform')"
        ]
    )
    #expect(
      try lines("\(dense) --from keras --to torch")
        == ["nn.init.xavier_uniform_(layer.weight)", "nn.init.zeros_(layer.bias)"])
    #expect(
      try lines("\(dense) --from flax --to keras")[0]
        == "kernel_initializer=keras.initializers.LecunNormal()")
  }

  /// A layer's bytes beside what the framework itself drew: recorded with flax 0.12.8, torch 2.13.0 and
  /// Keras 3.15.1.
  @Test func `writes a whole layer's tensors`() throws {
    let folder = try Initscope.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for recorded in try Self.recorded() {
      let path = folder.appendingPathComponent("x.safetensors").path
      let words = recorded.layer.split(separator: " ").map(String.init)
      let run = try Initscope.run(
        ["sample", "layer"] + words
          + ["--framework", recorded.framework, "--seed", "\(recorded.seed)", "-o", path])
      #expect(run.status == .exited(0) && run.errorText.isEmpty, "\(run.errorText)")
      let file = try SafetensorsFile(Data(contentsOf: URL(filePath: path)))
      #expect(Set(file.tensors.keys) == Set(recorded.tensors.map(\.name)))
      for expected in recorded.tensors {
        let tensor = try #require(file.tensors[expected.name])
        #expect(tensor.shape == expected.shape)
        // The rounding of a factorization is LAPACK's.
        if expected.isExact {
          #expect(SHA256.hexDigest(tensor.bytes) == expected.sha256, "\(expected.name)")
        } else {
          for (own, value) in zip(tensor.values, expected.first.compactMap(Double.init)) {
            #expect(abs(Double(own) - value) < 1e-5)
          }
        }
      }
    }
  }

  @Test(arguments: [
    (
      ["he_normal", "--framework", "keras", "--seed", "7", "--shape", "784,256"],
      "keras[jax] HeNormal [784, 256]"
    ),
    (
      ["glorot_uniform", "--framework", "keras-torch", "--seed", "7", "--shape", "3,3,7,11"],
      "keras[torch] GlorotUniform [3, 3, 7, 11]"
    ),
    (
      ["lecun_normal", "--framework", "keras-tensorflow", "--seed", "7", "--shape", "100,50"],
      "keras[tensorflow] LecunNormal [100, 50]"
    ),
    (
      ["random_normal", "--framework", "keras-numpy", "--seed", "7", "--shape", "100,50"],
      "keras[numpy] RandomNormal"
    ),
    (
      [
        "variance_scaling", "--mode", "fan_geo_avg", "--distribution", "normal", "--framework",
        "flax", "--seed", "42", "--shape", "784,256",
      ], "jax variance_scaling normal fan_geo_avg"
    ),
    (
      ["keras.initializers.he_uniform", "--seed", "7", "--shape", "100,50"],
      "keras[jax] HeUniform [100, 50]"
    ),
  ])
  func `stands beside initializers of the frameworks`(arguments: [String], id: String) throws {
    let run = try Initscope.run(["sample"] + arguments + ["--format", "raw"])
    #expect(run.status == .exited(0) && run.errorText.isEmpty)
    #expect(SHA256.hexDigest(run.output) == (try Self.digest(of: id)))
  }

  @Test func `is one tensor where one is named`() throws {
    let run = try Initscope.run(
      [
        "sample", "layer", "lstm", "--in", "40", "--out", "24", "--framework", "flax", "--seed",
        "1042", "--tensor", "if.kernel", "--format", "raw",
      ])
    let recorded = try #require(
      try Self.recorded().first { $0.framework == "flax" && $0.layer.hasPrefix("lstm") })
    let kernel = try #require(recorded.tensors.first { $0.name == "if.kernel" })
    #expect(SHA256.hexDigest(run.output) == kernel.sha256)
    let refused = try Initscope.run(
      ["sample", "layer", "dense", "--in", "4", "--out", "3", "-o", "/dev/null", "--format", "npy"])
    #expect(
      refused.errorLines == [
        "initscope: a layer has several tensors, which only safetensors holds, not npy; with "
          + "--tensor one of them is written"
      ])
  }
}

extension `A layer's command` {
  private struct Recorded: Decodable {
    let framework: String
    let layer: String
    let seed: UInt64
    let tensors: [Tensor]

    struct Tensor: Decodable {
      let name: String
      let shape: [Int]
      let sha256: String
      let first: [String]

      /// Whether it is no orthogonal matrix.
      var isExact: Bool {
        name.firstMatch(of: /^(?:h[a-z]|dense_h)\.kernel$|recurrent_kernel$/) == nil
      }
    }
  }

  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "InitializersTests/Fixtures")

  private static func recorded() throws -> [Recorded] {
    let data = try Data(contentsOf: fixtures.appending(path: "layers.json"))
    let all = try JSONDecoder().decode([Recorded].self, from: data)
    let wanted = [
      ("flax", "lstm --in 40 --out 24"), ("nnx", "gru --in 40 --out 24"),
      ("torch", "attention --in 64 --heads 4"), ("keras-jax", "lstm --in 40 --out 24"),
    ]
    return try wanted.map { framework, layer in
      try #require(all.first { $0.framework == framework && $0.layer == layer })
    }
  }

  private static func digest(of id: String) throws -> String {
    struct Fixtures: Decodable {
      struct Case: Decodable {
        let id: String
        let sha256: String
      }
      let cases: [Case]
    }
    let data = try Data(contentsOf: fixtures.appending(path: "frameworks.json"))
    let all = try JSONDecoder().decode(Fixtures.self, from: data).cases
    return try #require(all.first { $0.id == id }).sha256
  }
}

/// A safetensors file, read as its format says: a length, a header in JSON, then the bytes.
private struct SafetensorsFile {
  struct Tensor {
    let shape: [Int]
    let bytes: [UInt8]

    var values: [Float] {
      stride(from: 0, to: bytes.count, by: 4).map { start in
        Float(
          bitPattern: (0..<4).reduce(UInt32(0)) {
            $0 | UInt32(bytes[start + $1]) << (8 * UInt32($1))
          })
      }
    }
  }

  var tensors: [String: Tensor] = [:]

  init(_ data: Data) throws {
    let bytes = Array(data)
    let length = (0..<8).reduce(0) { $0 | Int(bytes[$1]) << (8 * $1) }
    let header = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes[8..<8 + length])) as? [String: Any])
    for (name, entry) in header where name != "__metadata__" {
      let entry = try #require(entry as? [String: Any])
      let offsets = try #require(entry["data_offsets"] as? [Int])
      #expect(entry["dtype"] as? String == "F32")
      tensors[name] = Tensor(
        shape: try #require(entry["shape"] as? [Int]),
        bytes: Array(bytes[8 + length + offsets[0]..<8 + length + offsets[1]]))
    }
  }
}
