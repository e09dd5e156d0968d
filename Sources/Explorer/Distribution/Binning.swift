private import Glibc
internal import Initializers
internal import Measurements
internal import Statistics

/// How fine cells are grouped into the bins of a picture.
struct Binning: Equatable {
  /// Fine cells in a bin.
  let cellsPerBin: Int
  /// The first fine cell shown.
  let firstCell: Int
  /// The bins.
  let count: Int

  /// Chooses bins for a measurement: whole columns each, no more than Freedman and Diaconis call
  /// for, and with a bounded law's ends on edges.
  init(_ measurement: Measurement, columns: Int) {
    let histogram = measurement.histogram
    let columns = max(1, columns)
    let range = LawRange(measurement.recipe.law)
    let width =
      2 * histogram.interquartileRange * pow(Double(max(1, measurement.moments.count)), -1.0 / 3)
    let cells = histogram.cellCount
    // At least a dozen bins, so that even a handful of weights has a picture.
    let wanted =
      width > 0
      ? max(12, min(Double(columns), (histogram.grid.high - histogram.grid.low) / width)) : 12
    let columnsPerBin = max(1, Int((Double(columns) / wanted).rounded()))
    let most = max(1, columns / columnsPerBin)
    if range.paddingCells > 0 {
      self = Self.bounded(cells: cells, padding: range.paddingCells, most: most)
    } else {
      self = Self.unbounded(cells: cells, count: measurement.moments.count, most: most)
    }
  }

  private init(cellsPerBin: Int, firstCell: Int, count: Int) {
    self.cellsPerBin = cellsPerBin
    self.firstCell = firstCell
    self.count = count
  }

  // The support in as many equal bins as fit, and at least one empty bin on either side.
  private static func bounded(cells: Int, padding: Int, most: Int) -> Binning {
    let support = cells - 2 * padding
    let sizes = (1...padding).filter {
      support.isMultiple(of: $0) && support / $0 + 2 <= max(most, support / padding + 2)
    }
    let size = sizes.first ?? padding
    let inner = support / size
    let outer = max(1, min(padding / size, (most - inner) / 2))
    return Binning(cellsPerBin: size, firstCell: padding - outer * size, count: inner + 2 * outer)
  }

  // The law out to where the greatest of n weights may be expected, but not beyond 4.2σ.
  private static func unbounded(cells: Int, count: Int, most: Int) -> Binning {
    let reach = min(4.2, max(2.8, (2 * log(Double(max(2, count)))).squareRoot()))
    let shown = reach / LawRange.normalReach * Double(cells)
    var size = min(cells / most, Int((shown / Double(most)).rounded(.up)))
    // The middle of the picture is the middle of the law.
    if !(size * most).isMultiple(of: 2) { size += size < cells / most ? 1 : -1 }
    size = max(1, size)
    return Binning(cellsPerBin: size, firstCell: max(0, (cells - size * most) / 2), count: most)
  }
}
