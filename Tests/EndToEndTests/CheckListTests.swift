import Foundation
import PseudoTerminals
import TestSupport
import Testing

/// What `check` says of all tensors of a file, also where nothing is wrong.
@Suite struct `The tensors that are checked` {
  private let folder: URL

  init() throws { folder = try Initscope.makeFolder() }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func write(_ tensors: [(name: String, shape: [Int], values: [Float])]) throws -> String {
    var (header, data) = ([String](), [UInt8]())
    for (name, shape, values) in tensors {
      let bytes = values.flatMap { $0.bitPattern.littleEndianBytes }
      header.append(
        "\"\(name)\":{\"dtype\":\"F32\",\"shape\":\(shape),"
          + "\"data_offsets\":[\(data.count),\(data.count + bytes.count)]}")
      data += bytes
    }
    let file = Files.safetensors("{\(header.joined(separator: ","))}", data: data)
    try Data(file).write(to: folder.appending(path: "model.safetensors"))
    return path("model.safetensors")
  }

  // Hu et al. 2021, arXiv:2106.09685: B = 0.
  @Test func `may be the zeros that LoRA begins with`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let zeros = [Float](repeating: 0, count: 32)
    let file = try write([
      ("q_proj.lora_A.weight", [4, 8], (0..<32).map(Float.init)),
      ("q_proj.lora_B.weight", [8, 4], zeros),
    ])
    let run = try Initscope.run(["check", file])
    #expect(run.status == .exited(0))
    #expect(run.text == "1 constant, 1 too small to tell\n2 tensors, findings: 0\n")
    let other = try write([("q_proj.lora_A.weight", [4, 8], zeros)])
    #expect(
      try Initscope.run(["check", other]).text
        == "q_proj.lora_A.weight: all weights are 0\n1 constant\n1 tensor, findings: 1\n")
  }

  @Test func `are listed with their laws and the seeds that are known`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = path("drawn.safetensors")
    _ = try Initscope.run(
      ["sample", "layer", "dense", "--in", "64", "--out", "32", "--seed", "7", "-o", file])
    // U(±1/√64).
    let plain = try Initscope.run(["check", file, "--list"])
    #expect(plain.status == .exited(0))
    #expect(
      plain.text == """
        name    shape  type  verdict     law        as drawn by
        weight  32×64  F32   CONSISTENT  U(±0.125)  torch dense weight
        bias    32     F32   CONSISTENT  U(±0.125)  torch dense bias
        2 consistent with a law
        2 tensors, findings: 0

        """)
    let claim = ["--layer", "linear --in 64 --out 32", "--seed", "7"]
    let lines = try Initscope.run(["check", file, "--list"] + claim).text.split(separator: "\n")
    #expect(lines.first?.hasSuffix("as drawn by         seed") == true)
    #expect(
      lines[1].hasPrefix("weight  32×64  F32   CONFIRMED  U(±0.125)  torch dense weight  ")
        && lines[1].hasSuffix("torch.manual_seed(7), after 0 words of the stream"), "\(lines)")
    #expect(
      lines[2].hasSuffix("torch.manual_seed(7), after 2048 words of the stream"), "\(lines)")
  }

  // PyTorch counts a normalization's batches in an integer.
  @Test func `are listed though their numbers are not read`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let header = "{\"num_batches_tracked\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[0,8]}}"
    let file = path("norm.safetensors")
    try Data(Files.safetensors(header, data: Array(repeating: 0, count: 8)))
      .write(to: folder.appending(path: "norm.safetensors"))
    #expect(
      try Initscope.run(["check", file, "--list"]).text == """
        name                 shape  type  verdict   law  as drawn by
        num_batches_tracked  ()     I64   NOT READ
        1 not read
        1 tensor, findings: 0

        """)
  }

  @Test func `are listed without what steers a terminal`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = try write([("\\u001b[2J\\nforged", [2], [1, 2])])
    let run = try Initscope.run(["check", file, "--list"])
    #expect(run.status == .exited(0) && !run.output.contains(0x1B))
    // The heading, the tensor, and two lines of sums.
    #expect(run.text.split(separator: "\n").count == 4, "\(run.text)")
  }

  @Test func `are counted in Chinese, too`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = try write([("w", [2, 2], [1, 2, 3, .nan]), ("ones", [2], [1, 1])])
    let run = try Initscope.run(["check", file, "--lang", "zh-Hans"])
    #expect(
      run.text == """
        w：4 个数中有 1 个不是有限数：1 个 NaN，第一个位于 [1, 1]
        1 个损坏、1 个为常数
        2 个张量，发现的问题：1

        """)
  }
}
