private import Glibc

extension MarchenkoPastur {
  /// What the smallest singular value of a finite matrix usually is: the lower edge, or Edelman's
  /// median of a square matrix, whose lower edge is 0.
  package var usualSmallest: Double { smallestMedian ?? lower }

  /// The value that half of all square matrices' smallest singular values exceed, σt/√N with
  /// t = √(1 + 2·ln 2) − 1 ≈ 0.5448; nil for other shapes.
  ///
  /// Of N×N independent entries P(√N·s/σ > t) tends to exp(−t²/2 − t): Edelman 1988,
  /// corollary 3.1, doi:10.1137/0609045.
  package var smallestMedian: Double? {
    guard rows == columns else { return nil }
    return std * ((1 + 2 * M_LN2).squareRoot() - 1) / Double(rows).squareRoot()
  }
}
