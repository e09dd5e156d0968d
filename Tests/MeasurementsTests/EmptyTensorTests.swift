import Initializers
import Measurements
import Scenes
import Statistics
import Testing

/// A tensor without elements may still have extents of up to 2⁶¹.
@Suite("Tensors without elements take no memory")
struct EmptyTensorTests {
  private static let huge = 2_305_843_009_213_693_951

  @Test(
    "whatever their other extents",
    arguments: Framework.pyTorch.methods,
    [[0, huge], [huge, 0], [0, huge, 1], [1, huge, 0], [0, 1 << 30, 1 << 30]])
  func extents(method: Method, extents: [Int]) throws {
    let tensor = Tensor(initializer: Initializer(method), shape: try Shape(extents))
    guard let recipe = try? tensor.recipe() else { return }
    let measurement = try Measurement(of: tensor)
    #expect(measurement.moments.count == 0 && measurement.isComplete)
    #expect(recipe.memoryNeeded == 0)
  }

  @Test("a sparse one says so at once")
  func sparse() throws {
    let line = "sparse --shape 0,2305843009213693951"
    let measurement = try Measurement(of: try Tensor(parsing: line))
    #expect(measurement.facts.map(\.verdict) == [.holds])
  }
}
