internal import Plots
internal import Statistics

extension Bins {
  /// Fine cells as bins, with bins before and after them.
  init?(_ histogram: FineHistogram, _ binning: Binning) {
    if let width = binning.soleWidth {
      let end = binning.firstCell + binning.count * binning.cellsPerBin
      let (first, last) = (histogram.grid.edge(binning.firstCell), histogram.grid.edge(end))
      // A support begins on an edge; of other laws the middle is the bin's.
      let low = binning.isBounded ? first : (first + last - width) / 2
      self.init(
        [histogram.total], from: low, width: width, before: binning.before, after: binning.after)
      return
    }
    // As far as there are cells, in whole bins.
    let size = binning.cellsPerBin
    let first = min(binning.before, binning.firstCell / size)
    let end = binning.firstCell + binning.count * size
    let last = min(binning.after, max(0, histogram.cellCount - end) / size)
    let grouped = histogram.grouped(
      by: size, from: binning.firstCell - first * size, count: first + binning.count + last)
    let (before, after) = (binning.before - first, binning.after - last)
    guard let low = grouped.edges.first, let high = grouped.edges.last else { return nil }
    let width = (high - low) / Double(max(1, grouped.counts.count))
    // What is left of the cells there is less than a bin.
    let (below, above) = (before > 0 ? grouped.underflow : 0, after > 0 ? grouped.overflow : 0)
    var counts = grouped.counts
    if before > 0 { counts = Array(repeating: 0, count: before - 1) + [below] + counts }
    if after > 0 { counts += [above] + Array(repeating: 0, count: after - 1) }
    do {
      try self.init(
        edges: (0..<before).map { low - Double(before - $0) * width } + grouped.edges
          + (0..<after).map { high + Double($0 + 1) * width },
        counts: counts, underflow: grouped.underflow - below, overflow: grouped.overflow - above)
    } catch {
      return nil
    }
  }

  private init?(_ counts: [Int], from low: Double, width: Double, before: Int, after: Int) {
    let all =
      Array(repeating: 0, count: before) + counts + Array(repeating: 0, count: after)
    do {
      try self.init(
        edges: (0...all.count).map { low + Double($0 - before) * width }, counts: all)
    } catch {
      return nil
    }
  }

  /// The same bins with nothing in them.
  var emptied: Bins? { try? Bins(edges: edges, counts: counts.map { _ in 0 }) }
}
