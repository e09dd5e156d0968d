internal import Plots
internal import Statistics

extension Bins {
  /// Fine cells as bins, with margins on either side.
  init?(_ histogram: FineHistogram, _ binning: Binning) {
    // Margins reach as far as there are cells, in whole bins.
    let within = min(binning.marginCount, binning.firstCell / binning.cellsPerBin)
    let grouped = histogram.grouped(
      by: binning.cellsPerBin, from: binning.firstCell - within * binning.cellsPerBin,
      count: binning.count + 2 * within)
    let missing = binning.marginCount - within
    guard let low = grouped.edges.first, let high = grouped.edges.last else { return nil }
    let width = (high - low) / Double(max(1, grouped.counts.count))
    // A bin of more than a tenth of the support is wider than the cells beside it, and beyond these
    // a bounded law has no weights: it holds all there are.
    let (below, above) = missing > 0 ? (grouped.underflow, grouped.overflow) : (0, 0)
    let before = missing > 0 ? [low - width] : []
    let after = missing > 0 ? [high + width] : []
    do {
      try self.init(
        edges: before + grouped.edges + after,
        counts: (missing > 0 ? [below] : []) + grouped.counts + (missing > 0 ? [above] : []),
        underflow: grouped.underflow - below, overflow: grouped.overflow - above)
    } catch {
      return nil
    }
  }
}
