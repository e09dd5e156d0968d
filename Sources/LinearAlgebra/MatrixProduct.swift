private import CLAPACK

/// Products of two row-major matrices, by BLAS.
package enum MatrixProduct {
  /// A matrix as a factor: its row-major elements, and whether its transpose is meant.
  package struct Factor {
    let elements: [Float]
    let isTransposed: Bool

    /// The matrix itself.
    package static func plain(_ elements: [Float]) -> Factor {
      Factor(elements: elements, isTransposed: false)
    }

    /// The transpose of the matrix.
    package static func transpose(_ elements: [Float]) -> Factor {
      Factor(elements: elements, isTransposed: true)
    }
  }

  /// product ← left·right + share·product, with rows × inner times inner × columns elements.
  ///
  /// - Parameter share: 0 replaces what was there.
  /// - Throws: `LinearAlgebraError` if the sizes do not fit the arrays or BLAS cannot index them.
  package static func multiply(
    _ left: Factor, _ right: Factor, rows: Int, columns: Int, inner: Int, share: Float = 0,
    into product: inout [Float]
  ) throws(LinearAlgebraError) {
    try LinearAlgebraError.check(left.elements.count, rows: rows, columns: inner)
    try LinearAlgebraError.check(right.elements.count, rows: inner, columns: columns)
    try LinearAlgebraError.check(product.count, rows: rows, columns: columns)
    guard var m = Int32(exactly: columns), var n = Int32(exactly: rows),
      var k = Int32(exactly: inner)
    else { throw .tooLarge(rows: max(rows, inner), columns: columns) }
    // BLAS wants leading dimensions of at least 1.
    guard rows > 0, columns > 0 else { return }
    guard inner > 0 else {
      for index in product.indices { product[index] = share == 0 ? 0 : product[index] * share }
      return
    }
    // Row-major is the transpose to BLAS, and (AB)ᵀ = BᵀAᵀ.
    var first = CChar(UInt8(ascii: right.isTransposed ? "T" : "N"))
    var second = CChar(UInt8(ascii: left.isTransposed ? "T" : "N"))
    var firstLeading = right.isTransposed ? k : m
    var secondLeading = left.isTransposed ? n : k
    var (one, share): (Float, Float) = (1, share)
    clapack_prepare()
    sgemm_(
      &first, &second, &m, &n, &k, &one, right.elements, &firstLeading, left.elements,
      &secondLeading, &share, &product, &m)
  }
}
