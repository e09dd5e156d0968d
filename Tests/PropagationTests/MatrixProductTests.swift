import LinearAlgebra
import TestSupport
import Testing

@Suite("Products of row-major matrices")
struct MatrixProductTests {
  @Test("All four ways agree with sums by hand")
  func agreesWithSums() {
    var random = SplitMix(seed: 5)
    for (rows, columns, inner) in [(2, 3, 4), (1, 5, 2), (7, 1, 3)] {
      let left = (0..<rows * inner).map { _ in Float.random(in: -1...1, using: &random) }
      let right = (0..<inner * columns).map { _ in Float.random(in: -1...1, using: &random) }
      for isLeft in [false, true] {
        for isRight in [false, true] {
          var product = [Float](repeating: 1, count: rows * columns)
          MatrixProduct.multiply(
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

  @Test("Sizes that do not fit leave the product alone")
  func misfitsAreIgnored() {
    var product: [Float] = [7]
    MatrixProduct.multiply(
      .plain([1, 2]), .plain([3]), rows: 1, columns: 1, inner: 1, into: &product)
    MatrixProduct.multiply(.plain([]), .plain([]), rows: 0, columns: 0, inner: 0, into: &product)
    #expect(product == [7])
  }
}
