import Initializers
import Testing

@Suite("What the structured methods promise")
struct StructureTests {
  @Test(
    "sparse has its zeros in every column",
    arguments: [
      (0.1, 10, 1), (0, 10, 0), (1, 10, 10), (-0.1, 10, 9), (1.5, 10, 10), (0.1, 3, 1),
    ])
  func sparse(sparsity: Double, rows: Int, zeros: Int) throws {
    var initializer = Initializer(.sparse)
    initializer[.sparsity] = .quantity(Quantity(sparsity))
    let drawn = try tensor(initializer, [rows, 5])
    for column in 0..<5 {
      #expect((0..<rows).count { drawn[$0 * 5 + column] == 0 } == zeros)
    }
  }

  @Test(
    "dirac has its ones where PyTorch has them",
    arguments: [
      ([6, 2, 3], 3, [[0, 0, 1], [1, 1, 1], [2, 0, 1], [3, 1, 1], [4, 0, 1], [5, 1, 1]]),
      ([2, 4, 3], 1, [[0, 0, 1], [1, 1, 1]]),
      ([3, 3, 4], 1, [[0, 0, 2], [1, 1, 2], [2, 2, 2]]),
    ] as [([Int], Int, [[Int]])])
  func dirac(extents: [Int], groups: Int, ones: [[Int]]) throws {
    var initializer = Initializer(.dirac)
    initializer[.groups] = .count(groups)
    let drawn = try tensor(initializer, extents)
    let positions = ones.map { ($0[0] * extents[1] + $0[1]) * extents[2] + $0[2] }
    #expect(drawn.indices.filter { drawn[$0] != 0 } == positions)
    #expect(positions.allSatisfy { drawn[$0] == 1 })
  }

  @Test(
    "blocks of any size make the same tensor",
    arguments: [
      Method.eye, .dirac, .sparse, .orthogonal, .truncNormal, .constant,
    ])
  func blocks(method: Initializers.Method) throws {
    let extents = method == .dirac ? [12, 9, 5] : [60, 9]
    let recipe = try Recipe(Initializer(method), shape: Shape(extents))
    let generator = MersenneTwister(seed: Seed(5))
    var whole = WeightStream(recipe.draw, count: 540, generator: generator)
    let expected = weights(of: &whole, blockSize: 1000)
    for size in [32, 33, 100, 539] {
      var pieces = WeightStream(recipe.draw, count: 540, generator: generator)
      #expect(weights(of: &pieces, blockSize: size) == expected)
      pieces.rewind()
      #expect(weights(of: &pieces, blockSize: size) == expected)
    }
  }

  @Test(
    "blocks of any size have the ones of all groups",
    arguments: [([12, 9, 5], 4), ([12, 9, 5], 12), ([300, 1, 1], 300), ([9, 2, 7], 3)])
  func groups(extents: [Int], groups: Int) throws {
    var initializer = Initializer(.dirac)
    initializer[.groups] = .count(groups)
    let recipe = try Recipe(initializer, shape: Shape(extents))
    let (count, generator) = (extents.reduce(1, *), MersenneTwister(seed: Seed(0)))
    var whole = WeightStream(recipe.draw, count: count, generator: generator)
    let expected = weights(of: &whole, blockSize: count)
    for size in [32, 47, 100] {
      var pieces = WeightStream(recipe.draw, count: count, generator: generator)
      #expect(weights(of: &pieces, blockSize: size) == expected)
    }
  }

  @Test(
    "orthogonal rows or columns are orthonormal times the gain",
    arguments: [
      [16, 8], [8, 16], [5, 5], [8, 3, 3, 3], [1, 7], [7, 1],
    ])
  func orthogonal(extents: [Int]) throws {
    var initializer = Initializer(.orthogonal)
    initializer[.gain] = .gain(.number(Quantity(2)))
    let drawn = try tensor(initializer, extents)
    let rows = extents[0]
    let columns = drawn.count / rows
    let isWide = rows <= columns
    for i in 0..<min(rows, columns) {
      for j in 0...i {
        let product = (0..<max(rows, columns)).reduce(Float(0)) { sum, k in
          isWide
            ? sum + drawn[i * columns + k] * drawn[j * columns + k]
            : sum + drawn[k * columns + i] * drawn[k * columns + j]
        }
        #expect(abs(product - (i == j ? 4 : 0)) < 1e-5)
      }
    }
  }

  private func tensor(_ initializer: Initializer, _ extents: [Int]) throws -> [Float] {
    let recipe = try Recipe(initializer, shape: Shape(extents))
    var stream = WeightStream(
      recipe.draw, count: recipe.shape.count, generator: MersenneTwister(seed: Seed(1)))
    return weights(of: &stream)
  }
}
