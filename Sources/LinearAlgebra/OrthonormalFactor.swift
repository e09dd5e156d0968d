private import CLAPACK
private import Mathematics
internal import Memory

/// The QR factorization, by LAPACK.
package enum OrthonormalFactor {
  /// Replaces a tall matrix by its orthonormal factor Q, its columns' signs such that R's diagonal
  /// is positive: then Q is Haar distributed if the matrix is Gaussian.
  ///
  /// Mezzadri 2007, arXiv:math-ph/0609050; LAPACK's `sgeqrf` and `sorgqr`.
  ///
  /// - Parameters:
  ///   - matrix: rows × columns floats, column-major.
  ///   - rows: the rows, at least as many as columns.
  ///   - columns: the columns.
  package static func replace(
    _ matrix: inout [Float], rows: Int, columns: Int
  ) throws(LinearAlgebraError) {
    try LinearAlgebraError.check(matrix.count, rows: rows, columns: columns)
    // A wide matrix has no orthonormal columns.
    guard rows >= columns else { throw .notTall(rows: rows, columns: columns) }
    guard columns > 0 else { return }
    guard var m = Int32(exactly: rows), var n = Int32(exactly: columns) else {
      throw .tooLarge(rows: rows, columns: columns)
    }
    // A workspace of as many columns as a block of reflections has.
    try BLAS.call(taking: columns.saturatingMultiply(4 * 128)) { () throws(LinearAlgebraError) in
      try factorize(&matrix, &m, &n)
    }
  }

  private static func factorize(
    _ matrix: inout [Float], _ m: inout Int32, _ n: inout Int32
  ) throws(LinearAlgebraError) {
    let (rows, columns) = (Int(m), Int(n))
    var tau = [Float](repeating: 0, count: columns)
    var status: Int32 = 0
    var size: Float = 0
    var query: Int32 = -1
    // The workspace both routines run fastest with.
    sgeqrf_(&m, &n, &matrix, &m, &tau, &size, &query, &status)
    var length = max(Int32(clamping: Int(clamping: Double(size.nextUp))), n)
    guard status == 0 else { throw .failed(routine: "sgeqrf", status: Int(status)) }
    sorgqr_(&m, &n, &n, &matrix, &m, tau, &size, &query, &status)
    guard status == 0 else { throw .failed(routine: "sorgqr", status: Int(status)) }
    length = max(length, Int32(clamping: Int(clamping: Double(size.nextUp))))
    var work = [Float](repeating: 0, count: Int(length))
    sgeqrf_(&m, &n, &matrix, &m, &tau, &work, &length, &status)
    guard status == 0 else { throw .failed(routine: "sgeqrf", status: Int(status)) }
    let signs = (0..<columns).map { column -> Float in
      let diagonal = matrix[column * rows + column]
      return diagonal > 0 ? 1 : diagonal < 0 ? -1 : 0
    }
    sorgqr_(&m, &n, &n, &matrix, &m, tau, &work, &length, &status)
    guard status == 0 else { throw .failed(routine: "sorgqr", status: Int(status)) }
    for (column, sign) in signs.enumerated() where sign != 1 {
      for index in column * rows..<(column + 1) * rows { matrix[index] *= sign }
    }
  }
}
