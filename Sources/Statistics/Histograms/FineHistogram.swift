/// Counts of a sample in many equal cells, from which coarser histograms, quantiles, densities and
/// bounds on distribution functions follow without the sample.
package struct FineHistogram: Sendable {
  /// The cells unless another number is asked for: 5040 = 7! has 60 divisors to group by.
  package static let defaultCellCount = 5040

  /// The cells' edges.
  package let grid: UniformGrid

  /// The number of values that are infinite or not a number.
  package internal(set) var nonFinite = 0

  /// Counts below the grid, in each cell, and above the grid.
  var tally: PartCounts

  /// The cumulative counts, where they are worked out already; nil after every addition.
  var settledCounts: [Int]?

  /// Creates an empty histogram over [low, high].
  package init(low: Double, high: Double, cellCount: Int = defaultCellCount) {
    self.init(grid: UniformGrid(low: low, high: high, cellCount: cellCount))
  }

  /// Creates an empty histogram over the cells of a grid.
  package init(grid: UniformGrid) {
    self.grid = grid
    tally = PartCounts(count: grid.cellCount + 2, lanes: 2)
  }
}

extension FineHistogram {
  /// The count of each slot: below the grid, in each cell, above the grid.
  var slots: [Int] { tally.totals }

  /// The number of cells.
  package var cellCount: Int { grid.cellCount }

  /// The count of each cell.
  package var counts: ArraySlice<Int> { slots[1...cellCount] }

  /// The number of values below the first edge.
  package var underflow: Int { tally.total(of: 0) }

  /// The number of values above the last edge.
  package var overflow: Int { tally.total(of: cellCount + 1) }

  /// The number of finite values, within the grid or not.
  package var total: Int { settledCounts?.last ?? slots.reduce(0, +) }

  /// The number of values below each edge, then of all.
  ///
  /// Entry `cellCount` counts those up to the last edge, which its cell includes.
  package var cumulativeCounts: [Int] {
    if let settledCounts { return settledCounts }
    var sum = 0
    return slots.map { count in
      sum += count
      return sum
    }
  }

  /// Returns the same histogram with its cumulative counts at hand, for whoever asks often.
  package func settled() -> FineHistogram {
    var result = self
    result.settledCounts = cumulativeCounts
    return result
  }

  /// Adds another histogram's counts; histograms over other cells are refused.
  package mutating func merge(_ other: FineHistogram) throws(HistogramError) {
    guard grid == other.grid else { throw .differentGrids }
    settledCounts = nil
    nonFinite += other.nonFinite
    for (slot, count) in other.slots.enumerated() { tally.add(count, to: slot) }
  }
}

extension FineHistogram: Equatable {
  /// Two are equal if their cells and counts are.
  package static func == (left: FineHistogram, right: FineHistogram) -> Bool {
    left.grid == right.grid && left.nonFinite == right.nonFinite && left.tally == right.tally
  }
}
