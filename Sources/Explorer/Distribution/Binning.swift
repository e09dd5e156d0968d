private import Clamping
private import Glibc
internal import Initializers
internal import Measurements
internal import Scenes
internal import Statistics

/// How fine cells are grouped into the bins of a picture.
struct Binning: Equatable {
  /// Fine cells in a bin.
  let cellsPerBin: Int
  /// The first fine cell of the law's bins.
  let firstCell: Int
  /// The bins, of a bounded law those of its support.
  let count: Int
  /// The bins beyond either end of a bounded law's support, at least one and usually empty.
  let marginCount: Int
  /// The bins that the choice calls for, however many fit.
  let wanted: Int
  /// Whether more bins are wanted than the columns can show.
  let isCapped: Bool

  /// Chooses bins for a measurement: whole columns each, never more than the choice calls for or
  /// the columns allow, and with a bounded law's ends on edges.
  init(_ measurement: Measurement, columns: Int, choice: BinChoice) {
    let columns = max(1, columns)
    let cells = measurement.histogram.cellCount
    let padding = measurement.range.paddingCells
    let margins = padding > 0 ? 2 : 0
    let extent = Self.extent(measurement)
    let room = max(1, columns - margins)
    let width = Double(extent.count) * measurement.histogram.grid.cellWidth
    wanted = Self.wanted(choice, measurement.summary, width: width, room: room)
    isCapped = wanted > room
    let most = min(wanted, room)
    // The support in equal bins; elsewhere any number will do.
    let possible =
      (1...most).filter { padding == 0 || extent.count.isMultiple(of: $0) }
    switch choice {
    case .rule:
      let scores = possible.filter { 10 * $0 >= 6 * most }.map {
        (count: $0, score: Self.score($0, margins, most: most, columns))
      }
      count = scores.max { $0.score < $1.score }?.count ?? possible.last ?? 1
    case .columns, .count: count = possible.last ?? 1
    }
    if padding > 0 {
      cellsPerBin = max(1, extent.count / count)
      firstCell = padding
      let columnsPerBin = max(1, columns / (count + margins))
      let free = (columns / columnsPerBin - count) / 2
      marginCount = max(1, min(padding / cellsPerBin, free))
    } else {
      cellsPerBin = Self.cellsPerBin(cells: cells, shown: extent.count, count: count)
      firstCell = max(0, (cells - cellsPerBin * count) / 2)
      marginCount = 0
    }
  }

  /// The greatest number of bins there may be, whatever the rule.
  private static let mostBins = 1_000_000

  // The bins over the range shown that a choice calls for.
  private static func wanted(
    _ choice: BinChoice, _ summary: SampleSummary, width: Double, room: Int
  ) -> Int {
    switch choice {
    case .columns: return room
    case .count(let count): return max(1, count)
    case .rule(let rule):
      let binWidth = rule.binWidth(for: summary)
      // A rule without an answer leaves a dozen.
      guard binWidth > 0, width.isFinite else { return 12 }
      return max(1, Int(clamping: min(Double(mostBins), width / binWidth).rounded()))
    }
  }

  // How well so many bins cover the columns, whole ones each, and come near the number wanted.
  private static func score(_ count: Int, _ margins: Int, most: Int, _ columns: Int) -> Double {
    let columnsPerBin = columns / (count + margins)
    let coverage = Double(columnsPerBin * count) / Double(columns)
    return coverage * (Double(count) / Double(most)).squareRoot()
  }

  // The fine cells to be shown: a bounded law's support, and of others as far as the greatest of
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
    let shown = Int(clamping: (reach / LawRange.normalReach * Double(cells)).rounded(.up))
    return (cells - shown) / 2..<(cells + shown) / 2
  }

  private static func cellsPerBin(cells: Int, shown: Int, count: Int) -> Int {
    let most = max(1, cells / count)
    var size = min(most, Int(clamping: (Double(shown) / Double(count)).rounded(.up)))
    // The middle of the picture is the middle of the law.
    if !(size * count).isMultiple(of: 2) { size += size < most ? 1 : -1 }
    return max(1, size)
  }
}
