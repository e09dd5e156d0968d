/// Counts of a sample in many equal cells, from which coarser histograms, quantiles, densities and
/// bounds on distribution functions follow without the sample.
package struct FineHistogram: Equatable, Sendable {
  /// The cells unless another number is asked for: 5040 = 7! has 60 divisors to group by.
  package static let defaultCellCount = 5040

  /// The cells' edges.
  package let grid: UniformGrid

  /// The number of values that are infinite or not a number.
  package internal(set) var nonFinite = 0

  /// Counts below the grid, in each cell, and above the grid.
  var tally: PartCounts

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
  package var total: Int { slots.reduce(0, +) }

  /// The number of values below each edge, then of all.
  ///
  /// Entry `cellCount` counts those up to the last edge, which its cell includes.
  package var cumulativeCounts: [Int] {
    var sum = 0
    return slots.map { count in
      sum += count
      return sum
    }
  }

  /// Adds another histogram's counts; histograms over other cells are refused.
  package mutating func merge(_ other: FineHistogram) throws(HistogramError) {
    guard grid == other.grid else { throw .differentGrids }
    nonFinite += other.nonFinite
    for (slot, count) in other.slots.enumerated() { tally.add(count, to: slot) }
  }
}
