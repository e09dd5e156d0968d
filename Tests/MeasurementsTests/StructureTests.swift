import Initializers
import Scenes
import Testing
import Words

@testable import Measurements

@Suite("An exact promise holds, fails or is not checked")
struct StructureTests {
  private func fact(_ line: String) throws -> StructureFact {
    try #require(try Measurement(of: Tensor(parsing: line)).facts.first)
  }

  @Test(
    "and holds at any size of gain",
    arguments: ["1", "-3", "1e-10", "1e-30", "2e19", "1e30", "1e37", "0"])
  func gains(gain: String) throws {
    let fact = try fact("orthogonal --shape 24,40 --gain \(gain)")
    #expect(fact.verdict == .holds && fact.name == .verbatim("WWᵀ−g²I"))
  }

  @Test("and fails where it is broken, however small the gain", arguments: [1, 1e-10, 1e-30, 2e19])
  func broken(gain: Double) throws {
    var initializer = Initializer(.orthogonal)
    try initializer.set(.gain, to: "\(gain)")
    let recipe = try Recipe(initializer, shape: try Shape([2, 2]))
    var check = try #require(StructureCheck(recipe.draw, of: recipe.shape))
    // Rows of the right length, a thousandth from orthogonal.
    let weights = [1, 0, 1e-3, 1].map { Float($0 * gain) }
    weights.withUnsafeBufferPointer { check.add($0) }
    #expect(check.facts().map(\.verdict) == [.fails])
  }

  @Test(
    "and is not checked where that would take long, or float32 has no digits left",
    arguments: [
      ("orthogonal --shape 2049,2050", .order(2048)),
      ("orthogonal --shape 24,40 --gain 1e-40", .subnormal),
      ("orthogonal --shape 4,4 --gain 1e39", .notFinite(16, of: 16)),
    ] as [(String, TestObstacle)])
  func notChecked(line: String, reason: TestObstacle) throws {
    let recipe = try Tensor(parsing: line).recipe()
    guard recipe.shape.count > 1_000_000 else {
      #expect(try fact(line).verdict == .notChecked(reason))
      return
    }
    var check = try #require(StructureCheck(recipe.draw, of: recipe.shape))
    [Float](repeating: 0, count: 9).withUnsafeBufferPointer { check.add($0) }
    #expect(check.facts().map(\.verdict) == [.notChecked(reason)])
  }

  @Test(
    "and zeros of a sparse tensor are those it was given, besides the draws that are 0",
    arguments: [
      ("sparse --sparsity 0.1", "zeros", "26 a column"),
      ("sparse --sparsity 0.5 --std 0", "zeros", "every weight"),
      ("sparse --sparsity 0.5 --std 1e-45", "zeros", "128 a column"),
    ])
  func sparse(line: String, name: String, theory: String) throws {
    let fact = try fact(line)
    #expect(
      fact.verdict == .holds && Catalogue.english(fact.name) == name
        && Catalogue.english(fact.theory) == theory)
  }

  @Test("and too many or too few zeros are seen")
  func wrongZeros() throws {
    var initializer = Initializer(.sparse)
    try initializer.set(.sparsity, to: "0.5")
    let recipe = try Recipe(initializer, shape: try Shape([4, 2]))
    for weights in [[0, 1, 0, 0, 1, 1, 1, 1], [0, 0, 0, 0, 0, 0, 0, 0] as [Float]] {
      var check = try #require(StructureCheck(recipe.draw, of: recipe.shape))
      weights.withUnsafeBufferPointer { check.add($0) }
      #expect(check.facts().map(\.verdict) == [.fails])
    }
  }

  @Test("in words")
  func words() {
    #expect(StructureFact.Verdict.holds.description == "holds")
    #expect(StructureFact.Verdict.fails.description == "fails")
    #expect(
      StructureFact.Verdict.notChecked(.order(2048)).description
        == "not checked: the smaller side is longer than 2048")
  }
}
