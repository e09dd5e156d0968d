private import Glibc
internal import Initializers
internal import Measurements
internal import Scenes
internal import Statistics

/// How fine cells are grouped into the bins of a picture.
struct Binning: Equatable {
  /// Fine cells in a bin.
  let cellsPerBin: Int
  /// The first fine cell shown.
  let firstCell: Int
  /// The bins.
  let count: Int

  /// Chooses bins for a measurement: whole columns each, as many as asked for and the columns
  /// allow, and with a bounded law's ends on edges.
  init(_ measurement: Measurement, columns: Int, choice: BinChoice) {
    let columns = max(1, columns)
    let cells = measurement.histogram.cellCount
    let range = measurement.range
    let extent = Self.extent(measurement)
    let width = Double(extent.count) * measurement.histogram.grid.cellWidth
    let wanted = Self.wanted(choice, measurement.summary, width: width, columns: columns)
    let columnsPerBin = max(1, Int((Double(columns) / Double(wanted)).rounded()))
    let most =
      if case .count = choice { min(wanted, columns) } else { max(1, columns / columnsPerBin) }
    if range.paddingCells > 0 {
      let isExact = if case .count = choice { true } else { false }
      self = Self.bounded(
        cells: cells, padding: range.paddingCells, most: isExact ? columns : most,
        wanted: isExact ? most : nil)
    } else {
      self = Self.unbounded(cells: cells, shown: extent.count, count: most)
    }
  }

  private init(cellsPerBin: Int, firstCell: Int, count: Int) {
    self.cellsPerBin = cellsPerBin
    self.firstCell = firstCell
    self.count = count
  }

  // The bins over the range shown that a choice calls for.
  private static func wanted(
    _ choice: BinChoice, _ summary: SampleSummary, width: Double, columns: Int
  ) -> Int {
    switch choice {
    case .columns: return columns
    case .count(let count): return count
    case .rule(let rule):
      let binWidth = rule.binWidth(for: summary)
      guard binWidth > 0, width.isFinite else { return 12 }
      let wanted = min(Double(columns), width / binWidth)
      // At least a dozen bins, so that even a handful of weights has a picture.
      return max(choice == .standard ? 12 : 1, Int(wanted.rounded()))
    }
  }

  // The fine cells to be shown: all of a bounded law's, and of others as far as the greatest of
  // n weights may be expected, but not beyond 4.2σ.
  private static func extent(_ measurement: Measurement) -> Range<Int> {
    let cells = measurement.histogram.cellCount
    let range = measurement.range
    if range.paddingCells > 0 { return range.paddingCells..<cells - range.paddingCells }
    // Cells that reach over two laws, neither of which holds the other, are shown whole.
    guard abs((range.low + range.high) / 2 - range.origin) <= 1e-9 * (range.high - range.low)
    else { return 0..<cells }
    let count = Double(max(2, measurement.moments.count))
    let reach = min(4.2, max(2.8, (2 * log(count)).squareRoot()))
    let shown = Int((reach / LawRange.normalReach * Double(cells)).rounded(.up))
    return (cells - shown) / 2..<(cells + shown) / 2
  }

  // The support in equal bins, as many as fit or nearest to the number wanted, and at least one
  // empty bin on either side.
  private static func bounded(cells: Int, padding: Int, most: Int, wanted: Int?) -> Binning {
    let support = cells - 2 * padding
    let size: Int
    if let wanted {
      let divisors = (1...support).filter {
        support.isMultiple(of: $0) && support / $0 + 2 <= max(most, 3)
      }
      size =
        divisors.min { abs(support / $0 - wanted) < abs(support / $1 - wanted) } ?? support
    } else {
      let sizes = (1...padding).filter {
        support.isMultiple(of: $0) && support / $0 + 2 <= max(most, support / padding + 2)
      }
      size = sizes.first ?? padding
    }
    let inner = support / size
    let outer = min(padding / size, max(1, (most - inner) / 2))
    return Binning(cellsPerBin: size, firstCell: padding - outer * size, count: inner + 2 * outer)
  }

  private static func unbounded(cells: Int, shown: Int, count: Int) -> Binning {
    let most = max(1, cells / count)
    var size = min(most, Int((Double(shown) / Double(count)).rounded(.up)))
    // The middle of the picture is the middle of the law.
    if !(size * count).isMultiple(of: 2) { size += size < most ? 1 : -1 }
    size = max(1, size)
    return Binning(
      cellsPerBin: size, firstCell: max(0, (cells - size * count) / 2), count: count)
  }
}
