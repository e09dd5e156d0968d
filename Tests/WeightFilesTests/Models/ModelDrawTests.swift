import Initializers
import Scenes
import TestSupport
import Testing
import WeightFiles

/// Fingerprints recorded from PyTorch 2.13.0 on an x86-64 CPU.
@Suite("A whole model is drawn from one generator")
struct ModelDrawTests {
  struct Model: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let seed: UInt64
    let recipe: String
    let fingerprints: [String]
  }

  static let models = [
    Model(
      testDescription: "nn.Linear(784, 300), nn.Linear(300, 10)", seed: 0,
      recipe: """
        0.weight kaiming_uniform --shape 300,784 --a sqrt(5)
        0.bias uniform --shape 300 --a -1/sqrt(784) --b 1/sqrt(784)
        1.weight kaiming_uniform --shape 10,300 --a sqrt(5)
        1.bias uniform --shape 10 --a -1/sqrt(300) --b 1/sqrt(300)
        """,
      fingerprints: [
        "0da9f5d97d1bc69370dd8747d5483441ba626744cdae9ba8e4fb75b0478fc700",
        "8865051bd84921079e5db5dc3cea96f2542cb2e0e657f22ce81e31612dadd35d",
        "e82f55b2aa13b300d18dec26d5ea72a6819294c62f514e6b4894c42be8f9d696",
        "9cfdf354aa23bbe311f7ad4026aa8701aa559f5767e9f4887f1eb734aeb5a64f",
      ]),
    Model(
      testDescription: "nn.Conv2d(3, 16, 3), nn.Linear(16, 4)", seed: 3,
      recipe: """
        conv.weight kaiming_uniform --shape 16,3,3,3 --a sqrt(5)
        conv.bias uniform --shape 16 --a -1/sqrt(27) --b 1/sqrt(27)
        fc.weight kaiming_uniform --shape 4,16 --a sqrt(5)
        fc.bias uniform --shape 4 --a -1/sqrt(16) --b 1/sqrt(16)
        """,
      fingerprints: [
        "c40d3d67be450c57f982b7dccce9c5d46108d5a4060cbbb1cf50b45ef1aaa0eb",
        "b66a25deb49f08d18cf1fbb037ff7db624c8bd3bb5f8baf60188ea166aa7dc22",
        "f962c78715d816bcf4bce1799f77df4227d1f6231926896cec23e5626d1502ff",
        "efee20fa3e17d7b51ac9e388010244286ebe843768db57c49210c1ad4bf07078",
      ]),
    Model(
      testDescription: "a chain with fewer than 16 weights in its middle", seed: 0,
      recipe: """
        a kaiming_normal --shape 64,32 --nonlinearity relu
        b kaiming_normal --shape 5,3
        c kaiming_normal --shape 10,64 --nonlinearity linear
        """,
      fingerprints: [
        "f427a2f2246d14cf4e9b3528842293a71397a4996d73bd0fd28508c6a086929e",
        "667f3edd51fd7aa724b4c7306cadefbf53e2367aa5537177433b7302d2fc347d",
        "be78a72975a4905933ac76a50d0df7884cb2b5f69e9a73eb4e5c6c1ba7f1db24",
      ]),
  ]

  // nn.Linear, and xavier_uniform_ and zeros_ on what it drew; then model.apply with kaiming_normal_
  // and constant_, where the bias of 7 has fewer than 16 weights.
  static let reinitialised = [
    Model(
      testDescription: "nn.Linear(784, 300), initialised anew", seed: 0,
      recipe: """
        _ kaiming_uniform --shape 300,784 --a sqrt(5)
        _ uniform --shape 300 --a -1/sqrt(784) --b 1/sqrt(784)
        weight xavier_uniform --shape 300,784
        bias zeros --shape 300
        """,
      fingerprints: [
        "252b871ffc39e1629e232c302df1d15f24c6721119bc5b110f040ce1628a89e9",
        "655a3ef0465a9f30fddf25f4dde0c19a05c6f9069b83961800c1944165955273",
      ]),
    Model(
      testDescription: "nn.Linear(5, 3), nn.Linear(3, 7), and apply", seed: 5,
      recipe: """
        _ kaiming_uniform --shape 3,5 --a sqrt(5)
        _ uniform --shape 3 --a -1/sqrt(5) --b 1/sqrt(5)
        _ kaiming_uniform --shape 7,3 --a sqrt(5)
        _ uniform --shape 7 --a -1/sqrt(3) --b 1/sqrt(3)
        0.weight kaiming_normal --shape 3,5 --nonlinearity relu
        0.bias constant --shape 3 --val 0.01
        2.weight kaiming_normal --shape 7,3 --nonlinearity relu
        2.bias constant --shape 7 --val 0.01
        """,
      fingerprints: [
        "d4c0b8c0e55564c15a44cd2d6055570f76ea8e6cada02bd4e37273f62bc15fb2",
        "32196bec8b51bf276b99ba702152b0eb0454aa71aa57fb304c03f1cb8831323c",
        "f12e33aa332155847daa315afc450a9640b561a68a940c12cedf0336f48c5197",
        "54dd8eebb1a1f4674089242a7c4af04c327f800f93ccb384774fc38047d1445b",
      ]),
  ]

  @Test("every parameter has PyTorch's bytes", arguments: models + reinitialised)
  func parameters(_ model: Model) throws {
    let recipe = try ModelRecipe(parsing: Array(model.recipe.utf8))
    var memory = Memory()
    var written = 0
    let file = WeightFile(recipe, seed: Seed(model.seed))
    try file.write(into: &memory) { written += $0 }
    #expect(written == file.count)
    let header = (0..<8).reduce(8) { $0 + Int(memory.bytes[$1]) << (8 * $1) }
    var rest = memory.bytes.dropFirst(header)
    let kept = recipe.tensors.filter(\.isKept)
    #expect(kept.count == model.fingerprints.count)
    for (tensor, fingerprint) in zip(kept, model.fingerprints) {
      let size = 4 * tensor.recipe.shape.count
      #expect(SHA256.hexDigest(Array(rest.prefix(size))) == fingerprint)
      rest = rest.dropFirst(size)
    }
    #expect(rest.isEmpty)
  }

  @Test("a tensor's file holds the same weights in every format", arguments: WeightFormat.allCases)
  func formats(_ format: WeightFormat) throws {
    let tensor = try Tensor(parsing: "xavier_normal --shape 70,1001 --seed 3")
    var raw = Memory()
    try WeightFile(tensor, format: .raw).write(into: &raw)
    #expect(raw.bytes.count == 4 * 70 * 1001)
    var memory = Memory()
    try WeightFile(tensor, format: format).write(into: &memory)
    if format == .csv {
      let values = memory.bytes.split { $0 == 0x0A || $0 == 0x2C }
        .compactMap { Float(String(decoding: $0, as: UTF8.self)) }
      #expect(littleEndian(values) == raw.bytes)
    } else {
      #expect(Array(memory.bytes.suffix(raw.bytes.count)) == raw.bytes)
    }
  }

  @Test("a safetensors file says where it comes from")
  func origin() throws {
    var memory = Memory()
    try WeightFile(Tensor(parsing: "normal --shape 2,1 --seed 9"), format: .safetensors)
      .write(into: &memory)
    let json = String(decoding: memory.bytes.dropFirst(8).dropLast(8), as: UTF8.self)
    #expect(
      json.trimmingSuffix(while: { $0 == " " })
        == #"{"__metadata__":{"format":"pt","scene":"normal --shape 2,1 --seed 9"},"#
        + #""weight":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]}}"#)
  }

  @Test("a tensor without elements draws nothing and takes no place")
  func empty() throws {
    let recipe = try ModelRecipe(
      parsing: Array("a kaiming_normal --shape 0,5\nb normal --shape 2".utf8))
    var memory = Memory()
    try WeightFile(recipe, seed: Seed(1)).write(into: &memory)
    var alone = Memory()
    try WeightFile(Tensor(parsing: "normal --shape 2 --seed 1"), format: .raw).write(into: &alone)
    #expect(Array(memory.bytes.suffix(8)) == alone.bytes)
  }
}

extension String {
  fileprivate func trimmingSuffix(while condition: (Character) -> Bool) -> String {
    String(reversed().drop(while: condition).reversed())
  }
}
