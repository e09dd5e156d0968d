package import Words

/// What histograms refuse to do.
package enum HistogramError: Error, Equatable, Worded {
  /// Counts over different cells cannot be added.
  case differentGrids

  /// The refusal in words.
  package var phrase: Phrase {
    switch self {
    case .differentGrids: Phrase("error.histograms")
    }
  }
}
