internal import Initializers
private import Mathematics
internal import Measurements
internal import Plots
internal import Scenes
internal import Statistics

/// The pinned sample as the plots want it, in bins that end where its law does.
struct PinnedPicture {
  let bins: Bins
  let atoms: [Atom]
  private let histogram: FineHistogram

  /// Bins a measurement for the columns that its values take.
  init?(_ measurement: Measurement, columns: Int, choice: BinChoice) {
    let binning = Binning(measurement, columns: columns, choice: choice)
    atoms = measurement.atoms
    histogram = measurement.histogram
    guard let bins = Bins(histogram, binning) else { return nil }
    let isPoints = measurement.law.ofDrawnWeights.isDegenerate && !atoms.isEmpty
    self.bins = isPoints ? bins.emptied ?? bins : bins
  }

  /// What the histogram draws.
  var sample: PinnedSample { PinnedSample(bins: bins, atoms: atoms, name: "A") }

  /// The share of the weights below a value, to a fine cell; nil without any.
  func share(below value: Double) -> Double? {
    let (grid, cumulative) = (histogram.grid, histogram.cumulativeCounts)
    guard histogram.total > 0 else { return nil }
    let position = (value - grid.low) / grid.cellWidth
    let edge = min(Double(grid.cellCount), max(0, position.rounded()))
    return edge.isNaN ? nil : Double(cumulative[Int(clamping: edge)]) / Double(histogram.total)
  }
}
