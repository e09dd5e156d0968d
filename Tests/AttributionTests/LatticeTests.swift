import Foundation
import Initializers
import TestSupport
import Testing
import WeightFiles

@testable import Attribution

/// Bits that a generator has drawn are told from others.
///
/// The tensors are drawn as frameworks draw them, to the bit, which other tests hold against the frameworks.
@Suite(.serialized) struct `The lattice of a generator` {
  struct Drawn: CustomTestStringConvertible, Sendable {
    let framework: Framework
    let method: Method
    var parameters: [Parameter: String] = [:]

    var testDescription: String { "\(framework.name) \(method.rawValue)" }
  }

  private static let drawn: [Drawn] = Framework.all.filter { $0.name != "keras-numpy" }.flatMap {
    framework in
    [
      Drawn(framework: framework, method: .uniform),
      Drawn(framework: framework, method: .normal, parameters: [.std: "0.02"]),
      Drawn(framework: framework, method: .truncNormal, parameters: [.std: "0.7"]),
      Drawn(framework: framework, method: .xavierUniform),
    ].filter { framework.has($0.method) }
  }

  private static func standing(
    _ weights: [Float], _ shape: [Int], of drawn: Drawn
  ) throws -> LatticeStanding {
    var call = Initializer(drawn.method, of: drawn.framework)
    for (parameter, text) in drawn.parameters { try call.set(parameter, to: text) }
    let file = try Surveyed.file([("w", shape, weights)])
    let sample = try #require(try LatticeSample(file.entries[0]))
    return LatticeStanding(
      sample, of: try Recipe(call, shape: Shape(shape)).law,
      by: GeneratorLattice.Drawer(drawn.framework))
  }

  @Test(arguments: drawn)
  func `holds what has been drawn, and nothing that has been moved`(drawn: Drawn) async throws {
    await Task.yield()
    for (shape, seeds) in [([40, 33], 3), ([64, 128], 1), ([300, 211], 1)] {
      for seed in 0..<UInt64(seeds) {
        let weights = try Initializer.drawn(
          drawn.method, drawn.parameters, of: drawn.framework, shape, seed: seed)
        let own = try Self.standing(weights, shape, of: drawn)
        #expect(own.isHeld, "\(shape) \(seed) \(own)")
        var random = SplitMix(seed: seed)
        let moved = weights.map { $0 * (1 + 3e-5 * Float(random.normal())) }
        let other = try Self.standing(moved, shape, of: drawn)
        #expect(other.isApart, "\(shape) \(seed) \(other)")
      }
    }
  }

  @Test(arguments: drawn)
  func `tells frameworks apart`(drawn: Drawn) async throws {
    await Task.yield()
    guard drawn.method == .xavierUniform || drawn.method == .normal else { return }
    let weights = try Initializer.drawn(
      drawn.method, drawn.parameters, of: drawn.framework, [90, 70], seed: 3)
    let matches = try Surveyed.verdict([90, 70], weights).matches
    let frameworks = Set(matches.flatMap(\.candidate.origins).map(\.framework))
    let drawers = Set(frameworks.map(GeneratorLattice.Drawer.init))
    #expect(drawers.contains(GeneratorLattice.Drawer(drawn.framework)))
    // Keras draws with the others' generators; where it rounds twice, so may PyTorch on other processors.
    let isJAX = ["keras", "flax", "nnx"].contains(drawn.framework.name)
    #expect(drawers.contains(.jax) == isJAX)
    let isTorch = ["torch", "keras-torch"].contains(drawn.framework.name)
    #expect(drawers.contains(.pyTorch) == isTorch)
  }

  // Uniform words of 24 bits through the quantiles, as PyTorch drew until 2.11; ends in standard deviations.
  @Test(arguments: [2, 100] as [Double])
  func `is that of earlier versions, too`(end: Double) throws {
    var random = SplitMix(seed: 21)
    let share = erf(end / 2.0.squareRoot())
    let weights = (0..<4096).map { _ in
      let word = Double(random.next() >> 40) * 0x1p-24
      return Float(Law.normal(mean: 0, std: 0.02).quantile(0.5 + share * (word - 0.5)))
    }
    let law =
      end > 10
      ? Law.normal(mean: 0, std: 0.02)
      : .truncatedNormal(TruncatedNormal(location: 0, scale: 0.02, low: -0.04, high: 0.04))
    let file = try Surveyed.file([("w", [64, 64], weights)])
    let sample = try #require(try LatticeSample(file.entries[0]))
    #expect(LatticeStanding(sample, of: law, by: .pyTorch).isHeld)
    // Words of one bit less are half of these.
    #expect(!LatticeStanding(sample, of: law, by: .jax).isHeld)
  }

  @Test func `is not left by rows that are in part untouched`() throws {
    var random = SplitMix(seed: 5)
    let shape = [500, 64]
    let weights = try Initializer.drawn(.normal, [:], shape, seed: 4)
    for (moved, isTrained) in [(0, false), (5, false), (75, true), (250, true), (400, true)] {
      let changed = weights.enumerated().map { index, weight in
        // Rows all over the tensor.
        index / 64 * 7 % 500 < moved ? weight + 1e-3 * Float(random.normal()) : weight
      }
      #expect(try Surveyed.verdict(shape, changed).isTrained == isTrained, "\(moved)")
    }
  }

  @Test func `is none of narrow types' numbers`() throws {
    let weights = try Initializer.drawn(.normal, [:], [32, 64], seed: 4).map { Float(Float16($0)) }
    let file = try Surveyed.file([("w", [32, 64], weights)])
    #expect(try LatticeSample(file.entries[0]) == nil)
    #expect(try !Surveyed.verdict([32, 64], weights).isTrained)
  }

  @Test(arguments: [0, 1e-6, 1e-4] as [Float])
  func `is left by one step, which biases tell`(step: Float) throws {
    var random = SplitMix(seed: 31)
    let call = try LayerCall(.dense, [.in: 256, .out: 128])
    let bias = try #require(try call.tensors(in: .pyTorch).first { $0.role == .bias })
    let biases = try DrawnWeights(Tensor(bias, of: call, seed: Seed(3))).all()
    let weights = try Initializer.drawn(.normal, [.std: "0.02"], [128, 256], seed: 3)
    func moved(_ numbers: [Float]) -> [Float] { numbers.map { $0 + step * Float(random.normal()) } }
    let rows = try Surveyed.survey(
      Surveyed.file([
        ("fc.weight", [128, 256], moved(weights)), ("fc.bias", [128], moved(biases)),
      ])
    ).rows
    #expect(rows[0].verdict?.isTrained == (step > 0))
  }

  // As a GPU draws, or NumPy.
  @Test(arguments: [0, 1, 2])
  func `is none of what is drawn otherwise, which keeps its law in a file of its like`(
    trained: Int
  ) throws {
    var random = SplitMix(seed: 17)
    let zeros = [Float](repeating: 0, count: 64)
    func normals(_ std: Double) -> [Float] { (0..<4096).map { _ in Float(random.normal() * std) } }
    let scale = (0..<64).map { _ in Float(1 + 0.01 * random.normal()) }
    let rows = try Surveyed.survey(
      Surveyed.file([
        ("a.weight", [64, 64], normals(0.02)), ("a.bias", [64], zeros),
        ("norm.weight", [64], trained == 1 ? scale : zeros), ("norm.bias", [64], zeros),
        ("b.weight", [64, 64], normals(trained == 2 ? 0.0234 : 0.02)),
      ])
    ).rows
    #expect(rows[0].verdict?.isTrained == (trained > 0))
    #expect(rows[4].verdict?.isTrained == (trained > 0))
  }

  @Test func `is asked of a claim`() throws {
    var random = SplitMix(seed: 2)
    for (framework, isRefused) in [(Framework.flax, true), (.pyTorch, false)] {
      let weights = try Initializer.drawn(
        .normal, [.std: "0.02"], of: framework, [64, 64], seed: 1)
      let moved = weights.map { $0 * (1 + 1e-4 * Float(random.normal())) }
      var call = Initializer(.normal, of: framework)
      try call.set(.std, to: "0.02")
      let claim = LawClaim(try Recipe(call, shape: Shape([64, 64])).law, of: framework)
      for (numbers, isMoved) in [(weights, false), (moved, true)] {
        let row = try #require(
          try Surveyed.survey(Surveyed.file([("w", [64, 64], numbers)])) { _ in claim }.rows.first)
        // PyTorch's may be a GPU's.
        #expect((row.objection != nil) == (isMoved && isRefused), "\(framework.name) \(isMoved)")
      }
    }
  }
}
