package import Memory
package import Words

/// Why BLAS or LAPACK could not do its work.
package enum LinearAlgebraError: Error, Hashable, Sendable, Worded {
  /// A dimension that LAPACK's integers cannot hold.
  case tooLarge(rows: Int, columns: Int)
  /// A number of entries that is not rows times columns.
  case wrongCount(Int, rows: Int, columns: Int)
  /// More columns than rows, where the columns are to be orthonormal.
  case notTall(rows: Int, columns: Int)
  /// An entry that is infinite or no number.
  case notFinite(rows: Int, columns: Int)
  /// A routine reported a failure.
  case failed(routine: String, status: Int)
  /// The system has not the memory it takes.
  case noMemory(MemoryError)

  /// The sentence a user reads.
  package var phrase: Phrase {
    func size(_ rows: Int, _ columns: Int) -> Phrase.Part { "\(rows)×\(columns)" }
    return switch self {
    case .tooLarge(let rows, let columns):
      Phrase("error.matrix.too-large", ["size": size(rows, columns)])
    case .wrongCount(let count, let rows, let columns):
      Phrase("error.matrix.wrong-count", count: count, ["size": size(rows, columns)])
    case .notTall(let rows, let columns):
      Phrase("error.matrix.not-tall", ["size": size(rows, columns)])
    case .notFinite(let rows, let columns):
      Phrase("error.matrix.not-finite", ["size": size(rows, columns)])
    case .failed(let routine, let status):
      Phrase("error.lapack", ["routine": .text(routine), "status": "\(status)"])
    case .noMemory(let error): error.phrase
    }
  }

  /// Checks that so many numbers make a matrix.
  static func check(_ count: Int, rows: Int, columns: Int) throws(LinearAlgebraError) {
    let (product, overflow) = rows.multipliedReportingOverflow(by: columns)
    guard rows >= 0, columns >= 0, !overflow, count == product else {
      throw .wrongCount(count, rows: rows, columns: columns)
    }
  }
}
