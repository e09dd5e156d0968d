package import LinearAlgebra

/// A matrix's singular values, or why there are none.
package enum SpectrumOutcome: Hashable, Sendable {
  /// Still to come.
  case pending
  /// There they are.
  case found(Spectrum)
  /// The matrix has no entries.
  case empty
  /// The smaller side, or the number of entries, is beyond what takes about two seconds.
  case tooLarge(SpectrumLimit)
  /// LAPACK refused: an entry is infinite or no number, or a routine failed.
  case refused(LinearAlgebraError)
}
