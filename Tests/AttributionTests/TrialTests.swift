import Foundation
import Initializers
import TestSupport
import Testing
import WeightFiles

@testable import Attribution

/// What refuses a law, and what must not.
///
/// Weights are drawn by the exact generators, or from a normal law's formula, and then changed as training
/// changes them, by less than the distance of the distribution functions tells.
@Suite(.serialized) struct `A law's trial` {
  // As many of 0.02 as torch.nn.init.normal_ draws them.
  private static func fresh(_ shape: [Int], seed: UInt64 = 1) throws -> [Float] {
    try Initializer.drawn(.normal, [.std: "0.02"], shape, seed: seed)
  }

  private static func change(
    _ shape: [Int], _ change: (_ weight: Float, _ row: Int, _ column: Int) -> Float
  ) throws -> [Float] {
    try fresh(shape).enumerated().map { index, weight in
      change(weight, index / shape[1], index % shape[1])
    }
  }

  @Test func `has no objection to what has been drawn`() throws {
    let matches = try Surveyed.verdict([64, 256], Self.fresh([64, 256])).matches
    #expect(matches.contains { $0.candidate.law == .normal(mean: 0, std: 0.02) })
  }

  @Test func `refuses rows or columns of different sizes`() throws {
    // The mean square is as it was.
    let (small, large): (Float, Float) = (0.88, (2 - 0.88 * 0.88 as Float).squareRoot())
    for isRow in [true, false] {
      let weights = try Self.change([64, 256]) { weight, row, column in
        weight * ((isRow ? row : column).isMultiple(of: 2) ? small : large)
      }
      #expect(try Surveyed.verdict([64, 256], weights).isTrained)
    }
  }

  @Test func `refuses rows or columns of different means`() throws {
    for isRow in [true, false] {
      let weights = try Self.change([128, 128]) { weight, row, column in
        weight + ((isRow ? row : column).isMultiple(of: 2) ? 0.0025 : -0.0025)
      }
      #expect(try Surveyed.verdict([128, 128], weights).isTrained)
    }
  }

  @Test func `refuses rows that resemble one another`() throws {
    // A step along one direction leaves means and sizes almost as they are.
    var random = SplitMix(seed: 3)
    let left = (0..<96).map { _ in Float(random.normal()) }
    let right = (0..<160).map { _ in Float(random.normal()) }
    let weights = try Self.change([96, 160]) { weight, row, column in
      0.97 * weight + 0.0045 * left[row] * right[column]
    }
    #expect(try Surveyed.verdict([96, 160], weights).isTrained)
  }

  @Test func `refuses a uniform law whose ends are not reached`() throws {
    // The bound is 1/16, and of so many numbers all are inside 0.99 of it with probability e⁻⁴¹.
    let call = try LayerCall(.dense, [.in: 256, .out: 16])
    let tensor = try #require(try call.tensors(in: .pyTorch).first)
    let weights = try DrawnWeights(Tensor(tensor, of: call, seed: Seed(2))).all()
    #expect(try !Surveyed.verdict([16, 256], weights).isTrained)
    #expect(try Surveyed.verdict([16, 256], weights.map { $0 * 0.99 }).isTrained)
  }

  @Test func `refuses a normal law's outlier and its wrong tails`() throws {
    var weights = try Self.fresh([64, 64])
    weights[5] = 0.13
    #expect(try Surveyed.verdict([64, 64], weights).isTrained)
    // Cosine of a uniform angle, much flatter, with the normal law's size.
    var random = SplitMix(seed: 4)
    let flat = (0..<4096).map { _ in
      Float(0.02 * (0.94 * random.normal() + 0.34 * (random.normal() > 0 ? 1 : -1)))
    }
    let light = flat.map { max(-0.046, min(0.046, $0)) }
    #expect(try Surveyed.verdict([64, 64], light).isTrained)
  }

  @Test(arguments: ["F16", "BF16"])
  func `takes rounding into account`(type: String) throws {
    let call = try LayerCall(.dense, [.in: 300, .out: 200])
    let recurrent = try LayerCall(.lstm, [.in: 30, .out: 40])
    for (call, framework) in [(call, Framework.pyTorch), (call, .flax), (recurrent, .nnx)] {
      let tensor = try #require(
        try call.tensors(in: framework).first {
          call.kind == .dense || $0.initializer.method == .orthogonal
        })
      let weights = try DrawnWeights(Tensor(tensor, of: call, seed: Seed(6))).all()
      let bytes = weights.flatMap { weight in
        if type == "F16" { return Float16(weight).bitPattern.littleEndianBytes }
        // To the nearest, ties to even.
        let bits = weight.bitPattern
        return UInt16((bits + 0x7FFF + bits >> 16 & 1) >> 16).littleEndianBytes
      }
      let file = try Surveyed.file([("w", tensor.shape.extents, type, bytes)])
      let row = try #require(try Surveyed.survey(file).rows.first)
      let law = try tensor.recipe().law
      #expect(
        row.verdict?.matches.contains { $0.candidate.law.isAlike(law, within: 1e-9) } == true,
        "\(framework.name)")
    }
  }

  @Test func `knows that Keras on PyTorch leaves a few numbers outside`() throws {
    let framework = try Framework.named("keras-torch")
    var outside = 0
    for seed in 0..<12 as Range<UInt64> {
      let weights = try Initializer.drawn(.truncNormal, of: framework, [128, 256], seed: seed)
      let isOutside = weights.contains { abs($0) > 0.100_001 }
      if isOutside { outside += 1 }
      let verdict = try Surveyed.verdict([128, 256], weights)
      #expect(!verdict.isTrained, "\(seed)")
      let frameworks = Set(verdict.matches.flatMap(\.candidate.origins).map(\.framework.isKeras))
      #expect(!isOutside || frameworks == [true])
    }
    // 4.3 in a million.
    #expect(outside > 0 && outside < 9)
    var many = try Initializer.drawn(.truncNormal, of: framework, [128, 256], seed: 0)
    for index in 0..<20 { many[index * 71] = 0.1004 }
    #expect(try Surveyed.verdict([128, 256], many).isTrained)
  }

  @Test func `knows the row that an embedding keeps for padding`() throws {
    let call = try LayerCall(.embedding, [.in: 100, .out: 32, .padding: 7])
    let tensor = try #require(try call.tensors(in: .pyTorch).first)
    var weights = try DrawnWeights(Tensor(tensor, of: call, seed: Seed(8))).all()
    let origins = try Surveyed.verdict([100, 32], weights).matches.flatMap(\.candidate.origins)
    #expect(origins == [.layer(tensor, of: call)])
    for index in weights.indices where index % 3 == 0 { weights[index] *= 1.4 }
    #expect(try Surveyed.verdict([100, 32], weights).isTrained)
  }

  @Test func `takes rows of zeros for no sparse columns`() throws {
    // An optimizer's mean of the gradients of words that never came.
    let weights = try Self.change([94, 64]) { weight, row, _ in row % 20 == 3 ? 0 : weight }
    #expect(try Surveyed.verdict([94, 64], weights).isTrained)
  }

  @Test func `judges a long bias by its weight`() throws {
    let call = try LayerCall(.lstm, [.in: 20, .out: 256])
    let all = try call.tensors(in: .pyTorch).map { tensor in
      (
        tensor.name, tensor.shape.extents,
        try DrawnWeights(Tensor(tensor, of: call, seed: Seed(3))).all()
      )
    }
    for row in try Surveyed.survey(Surveyed.file(all)).rows {
      #expect(row.verdict?.matches.isEmpty == false, "\(row.entry.name)")
    }
  }

  // Keras 3.15.1 on NumPy: MultiHeadAttention(4, 9) of 33 inputs, set_random_seed(4).
  @Test func `counts heads as one dimension`() throws {
    let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
    let bytes = try Data(contentsOf: folder.appending(path: "keras-heads.npz"))
    let rows = try Surveyed.survey(TensorFile(bytes: Array(bytes), name: "keras-heads.npz")).rows
    #expect(rows.map(\.entry.shape).sorted { $0[0] > $1[0] } == [[33, 4, 9], [4, 9, 33]])
    // √(6/(33 + 36))
    for row in rows {
      #expect(
        row.verdict?.matches.contains { abs(($0.candidate.law.bound ?? 0) - 0.294_883_912) < 1e-8 }
          == true)
    }
  }

  @Test func `refuses next to none of what has been drawn`() throws {
    for seed in 0..<60 as Range<UInt64> {
      #expect(
        try !Surveyed.verdict([32, 40], Self.fresh([32, 40], seed: seed)).isTrained, "\(seed)")
    }
  }

  @Test(arguments: [(3, 2000, false), (1, 2000, true), (3, 20_000, true)])
  func `doubts few normal numbers among trained ones`(
    trained: Int, count: Int, isLaw: Bool
  ) throws {
    var random = SplitMix(seed: 12)
    // Their bits are lost, but for the digits of float16.
    var tensors = try (0..<2 as Range<UInt64>).map { seed in
      let weights = try Self.fresh([count / 50, 50], seed: seed).map { Float(Float16($0)) }
      return ("\(seed)", [count / 50, 50], weights)
    }
    for index in 0..<trained {
      let weights = (0..<2000).map { index in
        Float(random.normal() * (index.isMultiple(of: 5) ? 0.11 : 0.037))
      }
      tensors.append(("trained\(index)", [40, 50], weights))
    }
    let rows = try Surveyed.survey(Surveyed.file(tensors)).rows
    for row in rows.prefix(2) { #expect((row.verdict?.matches.isEmpty == false) == isLaw) }
    for row in rows.dropFirst(2) { #expect(row.verdict?.isTrained == true) }
  }

  @Test func `of a claim knows all kinds of laws`() throws {
    let claims: [(Method, [Parameter: String], [Int])] = [
      (.orthogonal, [.gain: "2"], [40, 60]), (.sparse, [.sparsity: "0.1"], [60, 40]),
      (.xavierUniform, [:], [40, 60]), (.constant, [.val: "0.3"], [40, 60]),
    ]
    for (method, parameters, shape) in claims {
      let weights = try Initializer.drawn(method, parameters, shape, seed: 5)
      for (other, otherParameters, _) in claims {
        var call = Initializer(other)
        for (parameter, text) in otherParameters { try call.set(parameter, to: text) }
        let claim = LawClaim(try Recipe(call, shape: Shape(shape)).law, of: .pyTorch)
        let row = try #require(
          try Surveyed.survey(Surveyed.file([("w", shape, weights)])) { _ in claim }.rows.first)
        #expect((row.objection == nil) == (other == method), "\(method) \(other)")
      }
    }
  }
}
