/// The size up to which singular values are computed.
package enum SpectrumLimit: Hashable, Sendable {
  /// The most rows or columns of the smaller side.
  case order(Int)
  /// The most entries.
  case entries(Int)

  /// The limit that a matrix breaks; nil if none.
  static func broken(rows: Int, columns: Int) -> SpectrumLimit? {
    if min(rows, columns) > MatrixMeasurement.largestOrder {
      return .order(MatrixMeasurement.largestOrder)
    }
    let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
    return overflow || count > MatrixMeasurement.largestCount
      ? .entries(MatrixMeasurement.largestCount) : nil
  }
}
