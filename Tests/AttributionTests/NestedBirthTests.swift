import Births
import Initializers
import TestSupport
import Testing
import WeightFiles
import Words

@testable import Attribution

/// Layers of models of flax, whose keys are made of their modules' names, or of how many were drawn before.
///
/// Recorded with flax 0.12.8 and JAX 0.10.2: digests of the kernels of `Dense(64)`, a module with `Dense(48)`, and
/// `Dense(40)` on 32 inputs, of `init(jax.random.key(7), …)` and of `nnx.Rngs(5)`.
@Suite struct `A layer of a model of flax` {
  struct Kernel: Sendable {
    let modules: [String]
    let before: Int
    let extents: [Int]
    let linen: String
    let nnx: String
  }

  static let kernels = [
    Kernel(
      modules: ["Dense_0"], before: 0, extents: [32, 64],
      linen: "8e4ccc9dc65404513190a62d6347a99eff8509840480e94d46f960ba0d8ccc35",
      nnx: "eb26c330a62280448d5bd5104e6b11b78ff13d30d1bb0bc87b849db09a3eb720"),
    Kernel(
      modules: ["Block_0", "Dense_0"], before: 2, extents: [64, 48],
      linen: "98f3b6621f3569cf6e4fa605204cb2a934e29bcd5589d6f6167bc104936a8d1d",
      nnx: "bf4b94ab53c3a294faec66e3fdd880dbc1709a01923b4f09e8672f372ff9b465"),
    Kernel(
      modules: ["Dense_1"], before: 4, extents: [48, 40],
      linen: "9acd7d3445f3ea5bddab1cc4eb998b5ee5a6387d685a10d6de9a3cb8336f54f4",
      nnx: "9bb8c900d8056e51ec5f349013bd33fe246808d168d49761156112289b030056"),
  ]

  private static func weights(_ kernel: Kernel, of framework: Framework) throws -> [Float] {
    let call = try LayerCall(.dense, [.in: kernel.extents[0], .out: kernel.extents[1]])
    let own = try #require(try call.tensors(in: framework).first { $0.name == "kernel" })
    let isLinen = framework == .flax
    let tensor = isLinen ? own.held(by: kernel.modules) : own.made(after: kernel.before)
    return try DrawnWeights(Tensor(tensor, of: call, seed: Seed(isLinen ? 7 : 5))).all()
  }

  // Of modules with initializers of their own, `Dense(48, kernel_init=normal(0.02), name="up")` and a parameter
  // `own` of `uniform(0.1)` in `block_0`, and `Dense(10)`: by `jax.random.key(7)`, and by `split(key(7))[1]`.
  static let own: [(name: String, extents: [Int], call: String, plain: String, split: String)] = [
    (
      "block_0.up.kernel", [32, 48], "normal --std 0.02",
      "1a93d38573566b7bb46f7a980dae377e2807c983b9510375fc8389954217171e",
      "78526ad91f5522d51278bf0aa77638334cccc91e84a79a48deebb6c29c052ac5"
    ),
    (
      "block_0.own", [48, 64], "uniform --scale 0.1",
      "99b5676efd9bb9971c5d055d0d08329c0d438043df25c3c533f05aef27f96853",
      "da23a3c54058899e14f5ea496675fc67d8dbf7b7a7954b7bf6efdedf1aada397"
    ),
  ]

  @Test(arguments: [false, true])
  func `of an initializer of one's own, and of a key that was split`(isSplit: Bool) throws {
    var tensors: [(name: String, shape: [Int], weights: [Float])] = []
    for own in Self.own {
      let parts = own.name.split(separator: ".").map(String.init)
      var call = Initializer(own.call.hasPrefix("normal") ? .normal : .uniform, of: .flax)
      if call.method == .normal {
        try call.set(.std, to: "0.02")
      } else {
        try call.set(.scale, to: "0.1")
      }
      let hypothesis = try BirthHypothesis(
        call, shape: Shape(own.extents),
        keyFolds: Framework.flax.keyFolds(in: Array(parts.dropLast()), number: 1))
      let birth = try #require(
        Birth(isSplit ? hypothesis.splitting([1]) : hypothesis, of: Seed(7)))
      let weights = try #require(birth.initial()).all()
      #expect(
        SHA256.hexDigest(weights.flatMap { $0.bitPattern.littleEndianBytes })
          == (isSplit ? own.split : own.plain))
      tensors.append((own.name, own.extents, weights))
    }
    var run = FileBirthRun(try Surveyed.survey(Surveyed.file(tensors)))
    while !run.isFinished { try run.advance() }
    for row in run.snapshot().rows {
      #expect(row.birth?.seed == Seed(7), "\(row.entry.name)")
      #expect(row.birth?.intact == row.entry.count)
      #expect(row.birth?.hypothesis.splits == (isSplit ? [1] : []))
    }
    let phrase = try #require(run.snapshot().rows.first?.birth?.phrase)
    #expect(
      Catalogue.english(phrase)
        == (isSplit ? "jax.random.key(7), split: [1]" : "jax.random.key(7)"))
  }

  @Test(arguments: [Framework.flax, .nnx])
  func `has flax's numbers, and its seed is found in a file`(framework: Framework) throws {
    var tensors: [(name: String, shape: [Int], weights: [Float])] = []
    for kernel in Self.kernels {
      let weights = try Self.weights(kernel, of: framework)
      let digest = SHA256.hexDigest(weights.flatMap { $0.bitPattern.littleEndianBytes })
      #expect(digest == (framework == .flax ? kernel.linen : kernel.nnx))
      // The largest is looked for first, and of flax.nnx found where it is the first of its model.
      guard framework == .flax || kernel.before != 2 else { continue }
      tensors.append((kernel.modules.joined(separator: "/") + "/kernel", kernel.extents, weights))
    }
    var run = FileBirthRun(try Surveyed.survey(Surveyed.file(tensors)))
    while !run.isFinished { try run.advance() }
    for row in run.snapshot().rows {
      #expect(row.birth?.seed == Seed(framework == .flax ? 7 : 5), "\(row.entry.name)")
      #expect(row.birth?.intact == row.entry.count)
      #expect(row.birth?.hypothesis.framework == framework)
    }
  }
}
