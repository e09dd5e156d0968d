private import CLAPACK

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
    var product = [Float](repeating: 0, count: order * order)
    clapack_prepare()
    ssyrk_(&triangle, &transpose, &n, &k, &one, matrix, &leading, &zero, &product, &n)
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
