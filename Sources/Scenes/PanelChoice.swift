/// A picture of a sample against its law, beside or instead of the histogram.
package enum PanelChoice: String, CaseIterable, Sendable {
  /// The density, estimated with a kernel.
  case density
  /// The empirical distribution function minus the law's, with its band.
  case ecdf
  /// The quantiles minus the law's, with pointwise and simultaneous bands.
  case qq
  /// The densities on a logarithmic axis.
  case tails
  /// The histogram alone, as large as the screen allows.
  case histogram
}
