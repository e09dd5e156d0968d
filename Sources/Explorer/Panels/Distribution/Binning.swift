private import Mathematics
internal import Measurements
internal import Plots
internal import Statistics

/// How fine cells are grouped into the bins of a picture.
struct Binning: Equatable {
  /// Fine cells in a bin.
  let cellsPerBin: Int
  /// The first fine cell of the law's bins.
  let firstCell: Int
  /// The bins, of a bounded law those of its support.
  let count: Int
  /// The bins before them: at least one, and usually empty, beyond a bounded law's support, and as
  /// many as show another sample's range.
  let before: Int
  /// The bins after them.
  let after: Int
  /// Whether the bins are those of a support, which begin and end on its ends.
  let isBounded: Bool
  /// The bins that the choice calls for, however many fit.
  let wanted: Int
  /// Whether more bins are wanted than the columns can show.
  let isCapped: Bool
  /// The width of the only bin where even all weights together take less than a column; else nil.
  let soleWidth: Double?

  /// Chooses bins for a measurement: whole columns each, never more than the choice calls for or
  /// the columns allow, and with a bounded law's ends on edges.
  ///
  /// - Parameter span: values to be shown besides the law's own.
  init(
    _ measurement: Measurement, columns: Int, choice: BinChoice, span: ClosedRange<Double>? = nil
  ) {
    let columns = max(1, columns)
    let extent = SampleExtent(measurement)
    let margins = Margins(extent, span: span)
    // The columns that the law's own bins can have.
    let own = extent.values.upperBound - extent.values.lowerBound
    let share = own > 0 ? own / (own + margins.low + margins.high) : 1
    let ends = extent.isBounded ? 2 : 0
    let room = max(1, share < 1 ? Int(clamping: Double(columns) * share) : columns - ends)
    wanted =
      choice == .columns ? room : GoodnessOfFit.binCount(choice, measurement.summary, width: own)
    isCapped = wanted > room
    let most = min(wanted, room)
    // The support in equal bins; elsewhere any number will do.
    let possible = (1...most).filter {
      (!extent.isBounded || extent.cells.count.isMultiple(of: $0))
        && (span == nil || margins.bins($0).total + $0 <= columns)
    }
    switch choice {
    case .rule:
      let scores = possible.filter { 10 * $0 >= 6 * most }.map {
        (count: $0, score: Self.score($0, margins.bins($0).total, most: most, columns))
      }
      count = scores.max { $0.score < $1.score }?.count ?? possible.last ?? 1
    case .columns, .count: count = possible.last ?? 1
    }
    isBounded = extent.isBounded
    if possible.isEmpty, let span {
      soleWidth = max(own, (span.upperBound - span.lowerBound) / Double(max(1, columns - 2)))
    } else {
      soleWidth = nil
    }
    if extent.isBounded {
      cellsPerBin = max(1, extent.cells.count / count)
      firstCell = extent.cells.lowerBound
    } else {
      let cells = measurement.histogram.cellCount
      cellsPerBin = Self.cellsPerBin(cells: cells, shown: extent.cells.count, count: count)
      firstCell = max(0, (cells - cellsPerBin * count) / 2)
    }
    // What is free on either side shows that a bounded law ends.
    let beside = margins.bins(count, width: soleWidth)
    let columnsPerBin = max(1, columns / (count + max(ends, beside.total)))
    let free = (columns / columnsPerBin - count) / 2
    let margin = extent.isBounded ? max(1, min(extent.cells.lowerBound / cellsPerBin, free)) : 0
    let widened = (low: max(margin, beside.low), high: max(margin, beside.high))
    let fits = count + widened.low + widened.high <= columns / columnsPerBin
    (before, after) = span == nil ? (margin, margin) : fits ? widened : (beside.low, beside.high)
  }

  // How well so many bins cover the columns, whole ones each, and come near the number wanted.
  private static func score(_ count: Int, _ beside: Int, most: Int, _ columns: Int) -> Double {
    let columnsPerBin = columns / (count + beside)
    let coverage = Double(columnsPerBin * (count + max(0, beside - 2))) / Double(columns)
    return coverage * (Double(count) / Double(most)).squareRoot()
  }

  private static func cellsPerBin(cells: Int, shown: Int, count: Int) -> Int {
    let most = max(1, cells / count)
    var size = min(most, Int(clamping: (Double(shown) / Double(count)).rounded(.up)))
    // The middle of the picture is the middle of the law.
    if !(size * count).isMultiple(of: 2) { size += size < most ? 1 : -1 }
    return max(1, size)
  }
}

/// What is to be shown on either side of a law's own values.
private struct Margins {
  /// The widths of values to show.
  let low: Double
  let high: Double
  private let own: Double
  private let least: Int

  init(_ extent: SampleExtent, span: ClosedRange<Double>?) {
    own = extent.values.upperBound - extent.values.lowerBound
    least = extent.isBounded ? 1 : 0
    low = max(0, extent.values.lowerBound - (span?.lowerBound ?? .infinity))
    high = max(0, (span?.upperBound ?? -.infinity) - extent.values.upperBound)
  }

  /// The bins on either side of so many bins of the law, or of bins so wide.
  func bins(_ count: Int, width: Double? = nil) -> (low: Int, high: Int, total: Int) {
    let width = width ?? own / Double(count)
    func bins(_ margin: Double) -> Int {
      let bins = (margin / width - 1e-6).rounded(.up)
      return max(least, Int(clamping: min(max(0, bins), 1e6)))
    }
    let (low, high) = (bins(low), bins(high))
    return (low, high, low + high)
  }
}

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
    let all = Array(repeating: 0, count: before) + counts + Array(repeating: 0, count: after)
    do {
      try self.init(edges: (0...all.count).map { low + Double($0 - before) * width }, counts: all)
    } catch {
      return nil
    }
  }

  /// The same bins with nothing in them.
  var emptied: Bins? { try? Bins(edges: edges, counts: counts.map { _ in 0 }) }
}
