import Foundation
import PseudoTerminals
import TestSupport
import Testing

/// `check`, for other people's CI.
@Suite struct `Checking a file` {
  private let folder: URL

  init() throws { folder = try Initscope.makeFolder() }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func write(_ bytes: [UInt8], _ name: String) throws -> String {
    try Data(bytes).write(to: folder.appending(path: name))
    return path(name)
  }

  // Two tensors of four numbers.
  private func pair(_ first: [Float], _ second: [Float], names: [String] = ["a", "b"]) -> [UInt8] {
    let header =
      "{\"\(names[0])\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]},"
      + "\"\(names[1])\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[16,32]}}"
    return Files.safetensors(
      header, data: (first + second).flatMap { $0.bitPattern.littleEndianBytes })
  }

  // PyTorch drew fc.weight behind the embedding, and moved it by 0.09429377 in the root mean square.
  @Test func `finds where a trained tensor was drawn beside one that is known`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = Initscope.readme.deletingLastPathComponent()
      .appending(path: "Resources/lectures/birth.safetensors")
    let run = try Initscope.run(["check", file.path, "--birth"])
    #expect(
      run.text.contains(
        "fc.weight: torch.manual_seed(20240601), after 8192 words of the stream, to judge by the "
          + "tensors beside it; no number is as it was drawn, correlation 0.8\n"), "\(run.text)")
    let json = try Initscope.run(["check", file.path, "--birth", "--json"])
    let object = try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any]
    let tensors = try #require(object?["tensors"] as? [[String: Any]])
    let trained = try #require(tensors.first { $0["name"] as? String == "fc.weight" })
    let birth = try #require(trained["birth"] as? [String: Any])
    #expect(trained["verdict"] as? String == "trained" && trained["law"] is NSNull)
    #expect(birth["draws"] as? Int == 8192 && birth["intact"] as? Int == 0)
    #expect(abs(try #require(birth["distance"] as? Double) - 0.09429377) < 1e-8)
    let known = try #require(tensors.first { $0["name"] as? String == "embedding.weight" })
    #expect(known["verdict"] as? String == "confirmed")
    #expect((known["birth"] as? [String: Any])?["correlation"] is NSNull)
  }

  @Test(arguments: [
    ("dense --in 784 --out 256", "torch", "safetensors"),
    ("lstm --in 60 --out 100", "keras", "safetensors"),
    ("conv2d --in 16 --out 32 --kernel 3", "flax", "safetensors"),
    ("dense --in 64 --out 64 --tensor kernel", "nnx", "npy"),
  ])
  func `finds nothing in what has just been drawn, and its law`(
    layer: String, framework: String, format: String
  ) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = path("drawn.\(format)")
    let words = layer.split(separator: " ").map(String.init)
    let drawn = try Initscope.run(
      ["sample", "layer"] + words + ["--framework", framework, "-o", file])
    #expect(drawn.status == .exited(0), "\(drawn.errorText)")
    let run = try Initscope.run(["check", file])
    #expect(run.status == .exited(0) && run.text.hasSuffix("findings: 0\n"), "\(run.text)")
    let described = try Initscope.run(["check", file, "--json"])
    let object = try JSONSerialization.jsonObject(with: Data(described.output)) as? [String: Any]
    let tensors = try #require(object?["tensors"] as? [[String: Any]])
    for tensor in tensors where (tensor["shape"] as? [Int])?.count ?? 0 > 1 {
      #expect(tensor["verdict"] as? String == "consistent")
      let laws = try #require(tensor["laws"] as? [[String: Any]])
      #expect(laws.contains { $0["framework"] as? String == framework })
    }
  }

  @Test func `tells what is wrong, a line a finding`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let twice = try write(pair([1, 2, 3, 4], [1, 2, 3, 4]), "twice.safetensors")
    let run = try Initscope.run(["check", twice])
    #expect(run.status == .exited(1) && run.errorText.isEmpty)
    #expect(
      run.text
        == "b: the same numbers as a\n1 duplicate, 1 too small to tell\n2 tensors, findings: 1\n")
    let bad = try write(pair([1, .nan, 3, .infinity], [0, 0, 0, 0]), "bad.safetensors")
    #expect(
      try Initscope.run(["check", bad]).text == """
        a: 2 of 4 numbers are not finite: 1 NaN, 1 infinite, the first at [0, 1]
        b: all weights are 0
        1 broken, 1 constant
        2 tensors, findings: 2

        """)
    let one = try write(pair([1, 2, 3, .infinity], [1, 2, 3, 4]), "one.safetensors")
    #expect(
      try Initscope.run(["check", one]).text.hasPrefix(
        "a: 1 of 4 numbers is not finite: 1 infinite at [1, 1]\n"))
    let json = try Initscope.run(["check", bad, "--json"])
    let object = try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any]
    let tensors = try #require(object?["tensors"] as? [[String: Any]])
    let statistics = try #require(tensors.first?["statistics"] as? [String: Any])
    #expect(statistics["nan"] as? Int == 1 && statistics["infinite"] as? Int == 1)
    #expect(statistics["non_finite"] as? Int == 2)
    #expect(statistics["first_non_finite"] as? [Int] == [0, 1])
    let whole = try #require(tensors.last?["statistics"] as? [String: Any])
    #expect(whole["first_non_finite"] is NSNull && whole["nan"] as? Int == 0)
  }

  @Test func `holds weights against a law that is claimed`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = path("w.npy")
    _ = try Initscope.run(["sample", "xavier_uniform", "--shape", "200,300", "-o", file])
    #expect(try Initscope.run(["check", file, "--law", "xavier_uniform"]).status == .exited(0))
    // √(6/500) = 0.1095…; Kaiming's for relu is √(6/300).
    let other = try Initscope.run(["check", file, "--law", "kaiming_uniform --nonlinearity relu"])
    #expect(other.status == .exited(1))
    #expect(
      other.text.contains("not drawn by kaiming_uniform: the standard deviation is 0.06"))
    let narrow = try Initscope.run(["check", file, "--law", "uniform --a -0.1 --b 0.1"])
    #expect(narrow.text.contains("is outside -0.1 to 0.1"), "\(narrow.text)")
  }

  @Test(arguments: ["torch", "keras", "keras-torch", "flax", "nnx"])
  func `holds a file against a layer that is claimed`(framework: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = path("layer.safetensors")
    let words = ["lstm", "--in", "40", "--out", "32", "--framework", framework]
    _ = try Initscope.run(["sample", "layer"] + words + ["-o", file])
    let layer = words.joined(separator: " ")
    let same = try Initscope.run(["check", file, "--layer", layer])
    #expect(same.status == .exited(0), "\(same.text)")
    // The same tensors by name, of other shapes.
    let wider = try Initscope.run(
      ["check", file, "--layer", layer.replacing("--in 40", with: "--in 41")])
    #expect(wider.status == .exited(1) && wider.text.contains("the shape is "), "\(wider.text)")
    let other = framework == "torch" ? "flax" : "torch"
    let foreign = try Initscope.run(
      ["check", file, "--json", "--layer", layer.replacing(framework, with: other)])
    #expect(foreign.status == .exited(1))
    let object = try JSONSerialization.jsonObject(with: Data(foreign.output)) as? [String: Any]
    let findings = try #require(object?["findings"] as? [[String: Any]])
    let kinds = Set(findings.compactMap { $0["kind"] as? String })
    #expect(kinds == ["foreign", "missing"], "\(findings)")
  }

  @Test(arguments: [
    ("--layers 2 --directions 2", [:]), ("--layers 2", ["foreign": 8, "other_shape": 1]),
    ("--layers 3 --directions 2", ["missing": 8]),
    ("--layers 2 --directions 2 --without-bias", ["foreign": 8]),
  ])
  func `knows stacked layers by their tensors`(sizes: String, kinds: [String: Int]) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = path("layer.safetensors")
    _ = try Initscope.run(["sample", "nn.GRU(40, 24, 2, bidirectional=True)", "-o", file])
    let claim = "gru --in 40 --out 24 \(sizes)"
    let run = try Initscope.run(["check", file, "--json", "--layer", claim])
    #expect(run.status == .exited(kinds.isEmpty ? 0 : 1), "\(run.errorText)")
    let object = try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
    let findings = try #require(object?["findings"] as? [[String: Any]])
    let found = findings.compactMap { $0["kind"] as? String }
    #expect(Dictionary(found.map { ($0, 1) }, uniquingKeysWith: +) == kinds, "\(findings)")
  }

  @Test func `tells which tensor of a layer has another law`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = path("layer.safetensors")
    _ = try Initscope.run(
      ["sample", "layer", "dense", "--in", "64", "--out", "32", "--framework", "nnx", "-o", file])
    // Both have a kernel of 64 by 32 and a bias of zeros; lecun_normal and glorot_uniform are their laws.
    let run = try Initscope.run(
      ["check", file, "--layer", "dense --in 64 --out 32 --framework keras"])
    #expect(run.status == .exited(1))
    #expect(
      run.text.hasPrefix(
        "kernel: not drawn by layer dense --in 64 --out 32 --framework keras: ")
        && run.text.hasSuffix("2 tensors, findings: 1\n"), "\(run.text)")
  }

  @Test func `holds a file against a recipe that is claimed`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let lines = [
      "fc.weight kaiming_uniform --shape 40,50 --a sqrt(5)",
      "fc.bias uniform --shape 40 --a -1/sqrt(50) --b 1/sqrt(50)", "_ normal --shape 7",
      "head.weight orthogonal --shape 20,40", "norm.weight ones --shape 40",
    ]
    func recipe(_ lines: [String], _ name: String) throws -> String {
      try write(Array(lines.joined(separator: "\n").utf8), name)
    }
    let (own, file) = (try recipe(lines, "own.txt"), path("model.safetensors"))
    let drawn = try Initscope.run(["sample", "--recipe", own, "-o", file])
    #expect(drawn.status == .exited(0), "\(drawn.errorText)")
    let same = try Initscope.run(["check", file, "--recipe", own])
    #expect(
      same.status == .exited(0) && same.text.hasSuffix("\n4 tensors, findings: 0\n"),
      "\(same.text)")
    let changes = [
      (0, "fc.weight xavier_normal --shape 40,50", "fc.weight: not drawn by xavier_normal: "),
      (1, "fc.bias zeros --shape 40", "fc.bias: not drawn by zeros: they are not 0"),
      (
        3, "head.weight orthogonal --shape 20,40 --gain 2", "head.weight: not drawn by orthogonal: "
      ),
      (3, "head.weight orthogonal --shape 40,20", "head.weight: the shape is 20×40, not 40×20"),
      (4, "norm.bias ones --shape 40", "norm.bias: not in the file"),
    ]
    for (index, line, finding) in changes {
      var other = lines
      other[index] = line
      let run = try Initscope.run(["check", file, "--recipe", recipe(other, "other.txt")])
      #expect(run.status == .exited(1))
      #expect(
        run.text.hasPrefix(finding) && run.text.hasSuffix("4 tensors, findings: 1\n"), "\(run.text)"
      )
    }
  }

  @Test func `takes one claim at a time, and layers that there are`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = try write(pair([1, 2, 3, 4], [5, 6, 7, 8]), "pair.safetensors")
    for arguments in [
      ["--law", "normal", "--layer", "dense --in 2 --out 2"], ["--law", ""],
      ["--law", "--seed 3"],
      ["--layer", "densest --in 2 --out 2"],
      ["--layer", "dense --in 2"], ["--layer", ""], ["--layer", "normal"],
      ["--layer", "bilinear --in 2 --in2 2 --out 2 --framework flax"],
      ["--recipe", path("none.txt")],
    ] {
      let run = try Initscope.run(["check", file] + arguments)
      #expect(run.status != .exited(0) && run.status != .exited(1) || run.output.isEmpty)
      #expect(run.errorLines.count <= 2 && !run.errorLines.isEmpty, "\(run.errorText)")
    }
  }

  @Test func `lets nothing steer the terminal`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = try write(
      pair([0, 0, 0, 0], [1, 1, 1, 1], names: ["\\u001b[2J", "x\\u0007"]), "steer.safetensors")
    let run = try Initscope.run(["check", file])
    #expect(run.status == .exited(1))
    #expect(!run.output.contains(0x1B) && !run.output.contains(7))
  }

  @Test func `refuses in one line what it cannot read`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = try write(Array("no tensors here".utf8), "text.txt")
    for arguments in [[file], [path("none.safetensors")], [folder.path]] {
      let run = try Initscope.run(["check"] + arguments)
      #expect(run.status != .exited(0) && run.output.isEmpty)
      #expect(run.errorLines.count == 1, "\(run.errorText)")
    }
  }
}
