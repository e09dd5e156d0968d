/// Why LAPACK could not do its work.
public enum LinearAlgebraError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A dimension that LAPACK's integers cannot hold.
  case tooLarge(rows: Int, columns: Int)
  /// A routine reported a failure.
  case failed(routine: String, status: Int)

  /// The sentence a user reads.
  public var description: String {
    switch self {
    case .tooLarge(let rows, let columns):
      "a matrix of \(rows)×\(columns) is larger than LAPACK can index"
    case .failed(let routine, let status): "LAPACK's \(routine) failed with status \(status)"
    }
  }
}
