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
    try BLAS.call(taking: 0) {
      sgemm_(
        &first, &second, &m, &n, &k, &one, right.elements, &firstLeading, left.elements,
        &secondLeading, &share, &product, &m)
    }
  }
}

/// Products of a matrix with its own transpose, by BLAS.
package enum GramMatrix {
  /// ‖WWᵀ − s·I‖ by its largest entry, for a row-major matrix with no more rows than columns, or
  /// ‖WᵀW − s·I‖ for a taller one; 0 if the matrix is empty.
  ///
  /// - Throws: `LinearAlgebraError` if the sizes do not fit the matrix or BLAS cannot index it.
  package static func largestDeviation(
    of matrix: [Float], rows: Int, columns: Int, from scale: Float
  ) throws(LinearAlgebraError) -> Float {
    try LinearAlgebraError.check(matrix.count, rows: rows, columns: columns)
    let order = min(rows, columns)
    guard order > 0 else { return 0 }
    guard var n = Int32(exactly: order), var k = Int32(exactly: max(rows, columns)),
      var leading = Int32(exactly: columns)
    else { throw .tooLarge(rows: rows, columns: columns) }
    // Row-major is the transpose to BLAS: a wide matrix's rows are its columns.
    var transpose = CChar(UInt8(ascii: rows <= columns ? "T" : "N"))
    var triangle = CChar(UInt8(ascii: "U"))
    var (one, zero): (Float, Float) = (1, 0)
    let product = try BLAS.call(taking: 4 * order * order) {
      var product = [Float](repeating: 0, count: order * order)
      ssyrk_(&triangle, &transpose, &n, &k, &one, matrix, &leading, &zero, &product, &n)
      return product
    }
    var largest: Float = 0
    for column in 0..<order {
      for row in 0...column {
        let deviation = abs(product[column * order + row] - (row == column ? scale : 0))
        // A NaN must not pass for agreement.
        if !(deviation <= largest) { largest = deviation }
      }
    }
    return largest
  }
}
