import LinearAlgebra
import TestSupport
import Testing
import Words

@Suite("Products of row-major matrices")
struct MatrixProductTests {
  @Test("All four ways agree with sums by hand")
  func agreesWithSums() throws {
    var random = SplitMix(seed: 5)
    for (rows, columns, inner) in [(2, 3, 4), (1, 5, 2), (7, 1, 3)] {
      let left = (0..<rows * inner).map { _ in Float.random(in: -1...1, using: &random) }
      let right = (0..<inner * columns).map { _ in Float.random(in: -1...1, using: &random) }
      for isLeft in [false, true] {
        for isRight in [false, true] {
          var product = [Float](repeating: 1, count: rows * columns)
          try MatrixProduct.multiply(
            isLeft ? .transpose(left) : .plain(left), isRight ? .transpose(right) : .plain(right),
            rows: rows, columns: columns, inner: inner, share: 0.5, into: &product)
          for row in 0..<rows {
            for column in 0..<columns {
              let sum = (0..<inner).reduce(Float(0.5)) { sum, k in
                sum + left[isLeft ? k * rows + row : row * inner + k]
                  * right[isRight ? column * inner + k : k * columns + column]
              }
              #expect(abs(product[row * columns + column] - sum) < 1e-6)
            }
          }
        }
      }
    }
  }

  @Test(
    "Sizes that do not fit are refused and leave the product alone",
    arguments: [
      (
        [1, 2], [3], 1, 1, 1, LinearAlgebraError.wrongCount(2, rows: 1, columns: 1),
        "2 numbers do not make a matrix of 1×1"
      ),
      (
        [1], [3, 4], 1, 1, 1, .wrongCount(2, rows: 1, columns: 1),
        "2 numbers do not make a matrix of 1×1"
      ),
      (
        [1, 2], [3, 4], 2, 2, 1, .wrongCount(1, rows: 2, columns: 2),
        "1 numbers do not make a matrix of 2×2"
      ),
      (
        [1], [3], -1, -1, -1, .wrongCount(1, rows: -1, columns: -1),
        "1 numbers do not make a matrix of -1×-1"
      ),
      (
        [], [], 0, 1 << 32, 0, .wrongCount(1, rows: 0, columns: 1 << 32),
        "1 numbers do not make a matrix of 0×4294967296"
      ),
    ] as [([Float], [Float], Int, Int, Int, LinearAlgebraError, String)])
  func misfits(
    left: [Float], right: [Float], rows: Int, columns: Int, inner: Int, error: LinearAlgebraError,
    sentence: String
  ) {
    var product: [Float] = [7]
    #expect(throws: error) {
      try MatrixProduct.multiply(
        .plain(left), .plain(right), rows: rows, columns: columns, inner: inner, into: &product)
    }
    #expect(product == [7])
    #expect(error.description == sentence)
  }

  @Test("Sizes that BLAS cannot index are refused, and empty sums are zero")
  func extremes() throws {
    var nothing: [Float] = []
    #expect(throws: LinearAlgebraError.tooLarge(rows: 0, columns: 1 << 32)) {
      try MatrixProduct.multiply(
        .plain([]), .plain([]), rows: 0, columns: 1 << 32, inner: 0, into: &nothing)
    }
    var product: [Float] = [7, 8]
    try MatrixProduct.multiply(
      .plain([]), .plain([]), rows: 1, columns: 2, inner: 0, share: 0.5, into: &product)
    #expect(product == [3.5, 4])
    try MatrixProduct.multiply(
      .plain([]), .plain([]), rows: 1, columns: 2, inner: 0, into: &product)
    #expect(product == [0, 0])
  }

  @Test("What is not tall has no orthonormal columns")
  func orthonormalFactor() throws {
    var matrix: [Float] = [1, 2, 3, 4, 5, 6]
    #expect(throws: LinearAlgebraError.notTall(rows: 2, columns: 3)) {
      try OrthonormalFactor.replace(&matrix, rows: 2, columns: 3)
    }
    #expect(throws: LinearAlgebraError.wrongCount(6, rows: 3, columns: 3)) {
      try OrthonormalFactor.replace(&matrix, rows: 3, columns: 3)
    }
    #expect(matrix == [1, 2, 3, 4, 5, 6])
    #expect(
      LinearAlgebraError.notTall(rows: 2, columns: 3).description
        == "a matrix of 2×3 has no orthonormal columns")
  }
}
