private import CLAPACK
private import Memory

/// The singular value decomposition, by LAPACK, without its vectors.
package enum SingularValues {
  /// The singular values of a row-major matrix, descending; as many as its smaller side.
  ///
  /// LAPACK's `sgesdd`: each is within a few ε‖W‖₂ of the exact one, where ε = 2⁻²³ is float32's
  /// rounding. Takes about 2·max·min² + ⁸⁄₃·min³ operations and a copy of the matrix.
  package static func of(
    _ matrix: [Float], rows: Int, columns: Int
  ) throws(LinearAlgebraError) -> [Double] {
    try LinearAlgebraError.check(matrix.count, rows: rows, columns: columns)
    guard !matrix.isEmpty else { return [] }
    guard matrix.allSatisfy(\.isFinite) else { throw .notFinite(rows: rows, columns: columns) }
    // The routine's workspace grows with the smaller side only; the counts must fit all the same.
    guard let m = Int32(exactly: columns), let n = Int32(exactly: rows),
      let order = Int32(exactly: min(rows, columns)), order <= Int32.max / 16
    else { throw .tooLarge(rows: rows, columns: columns) }
    // A power of two keeps sums of squares within float32's range and changes no digit.
    let exponent = matrix.reduce(0) { max($0, abs($1)) }.exponentOrZero
    let isScaled = abs(exponent) > 30
    // The copy that is destroyed, one more where it is scaled, and the workspace.
    let bytes = matrix.count.saturatingMultiply(isScaled ? 8 : 4) &+ Int(order) * 1024
    return try BLAS.call(taking: bytes) { () throws(LinearAlgebraError) in
      guard isScaled else { return try decompose(matrix, m, n, order: order).map(Double.init) }
      let factor = Double(sign: .plus, exponent: exponent, significand: 1)
      let scaled = matrix.map { Float(Double($0) / factor) }
      return try decompose(scaled, m, n, order: order).map { Double($0) * factor }
    }
  }

  // Row-major is the transpose to LAPACK, which has the same singular values.
  private static func decompose(
    _ matrix: [Float], _ rows: Int32, _ columns: Int32, order: Int32
  ) throws(LinearAlgebraError) -> [Float] {
    var (matrix, m, n, one) = (matrix, rows, columns, Int32(1))
    var values = [Float](repeating: 0, count: Int(order))
    var integers = [Int32](repeating: 0, count: 8 * Int(order))
    var job = CChar(UInt8(ascii: "N"))
    var (status, query) = (Int32(0), Int32(-1))
    var (size, left, right) = (Float(0), Float(0), Float(0))
    sgesdd_(
      &job, &m, &n, &matrix, &m, &values, &left, &one, &right, &one, &size, &query, &integers,
      &status)
    // A float32 may round the size down.
    guard status == 0, var length = Int32(exactly: size.nextUp.rounded(.up)) else {
      throw .failed(routine: "sgesdd", status: Int(status))
    }
    var work = [Float](repeating: 0, count: Int(length))
    sgesdd_(
      &job, &m, &n, &matrix, &m, &values, &left, &one, &right, &one, &work, &length, &integers,
      &status)
    guard status == 0 else { throw .failed(routine: "sgesdd", status: Int(status)) }
    return values
  }
}

extension Float {
  fileprivate var exponentOrZero: Int { self > 0 ? Int(exponent) : 0 }
}
