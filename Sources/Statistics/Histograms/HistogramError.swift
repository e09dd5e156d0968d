/// What histograms refuse to do.
package enum HistogramError: Error, Equatable, CustomStringConvertible {
  /// Counts over different cells cannot be added.
  case differentGrids

  /// The refusal in words.
  package var description: String {
    switch self {
    case .differentGrids: "Histograms over different cells cannot be merged."
    }
  }
}
