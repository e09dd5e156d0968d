private import Mathematics

/// Counts of a sample in many equal cells, from which coarser histograms, quantiles, densities and
/// bounds on distribution functions follow without the sample.
package struct FineHistogram: Sendable {
  /// The cells unless another number is asked for: 5040 = 7! has 60 divisors to group by.
  package static let defaultCellCount = 5040

  /// The cells' edges.
  package let grid: UniformGrid

  /// The number of values that are infinite or not a number.
  package internal(set) var nonFinite = 0

  /// Finer parts that values are counted in besides; nil where the cells are fine enough.
  let partition: FloatPartition?

  /// Counts of each part in each slot; the slots are below the grid, each cell, and above the grid.
  ///
  /// Slot and part both never fall as a value rises, so that their sum tells all pairs of them apart.
  var tally: PartCounts

  /// The cumulative counts, where they are worked out already; nil after every addition.
  var settledCounts: [Int]?

  /// Creates an empty histogram over [low, high].
  package init(
    low: Double, high: Double, cellCount: Int = defaultCellCount,
    finer ramps: [FloatPartition.Ramp] = []
  ) {
    self.init(grid: UniformGrid(low: low, high: high, cellCount: cellCount), finer: ramps)
  }

  /// Creates an empty histogram over the cells of a grid.
  package init(grid: UniformGrid, finer ramps: [FloatPartition.Ramp] = []) {
    self.grid = grid
    partition = grid.estimate == nil ? nil : FloatPartition(ramps)
    tally = PartCounts(count: grid.cellCount + 2 + (partition?.count ?? 0))
  }
}

extension FineHistogram {
  /// The number of cells.
  package var cellCount: Int { grid.cellCount }

  /// The counters of a slot.
  func counters(of slot: Int) -> Range<Int> { firstCounter(of: slot)..<firstCounter(of: slot + 1) }

  private func firstCounter(of slot: Int) -> Int {
    guard slot > 0 else { return 0 }
    return slot > cellCount + 1 ? tally.count : counter(slot, of: grid.thresholds[slot - 1])
  }

  /// The counter of a value that lies in a slot.
  func counter(_ slot: Int, of value: Float) -> Int { slot + (partition?.part(of: value) ?? 0) }

  /// The count of each slot: below the grid, in each cell, above the grid.
  var slots: [Int] {
    var before = 0
    return cumulativeCounts.map { count in
      defer { before = count }
      return count - before
    }
  }

  /// The count of each cell.
  package var counts: ArraySlice<Int> { slots[1...cellCount] }

  /// The number of values below the first edge.
  package var underflow: Int { cumulativeCounts[0] }

  /// The number of values above the last edge.
  package var overflow: Int {
    let cumulative = cumulativeCounts
    return cumulative[cellCount + 1] - cumulative[cellCount]
  }

  /// The number of finite values, within the grid or not.
  package var total: Int { cumulativeCounts[cellCount + 1] }

  /// The number of values below each edge, then of all.
  ///
  /// Entry `cellCount` counts those up to the last edge, which its cell includes.
  package var cumulativeCounts: [Int] {
    if let settledCounts { return settledCounts }
    let cumulative = tally.cumulative
    return (0...cellCount + 1).map { cumulative[firstCounter(of: $0 + 1)] }
  }

  /// Works out the cumulative counts, for whoever asks often.
  package mutating func settle() { settledCounts = cumulativeCounts }

  /// Several histograms' counts over the same cells together, without the finer parts.
  package static func coarse(_ parts: [FineHistogram]) -> FineHistogram? {
    guard let grid = parts.first?.grid else { return nil }
    var result = FineHistogram(grid: grid)
    for part in parts {
      result.nonFinite += part.nonFinite
      let known = part.settledCounts.map { _ in part.slots }
      for slot in 0...grid.cellCount + 1 {
        // Summed there and then, without the memory that cumulative counts take.
        let count = known?[slot] ?? part.tally.total(of: part.counters(of: slot))
        result.tally.add(count, to: slot)
      }
    }
    result.settle()
    return result
  }

  /// Adds another histogram's counts; histograms over other cells are refused.
  package mutating func merge(_ other: FineHistogram) throws(HistogramError) {
    guard grid == other.grid, partition == other.partition else { throw .differentGrids }
    settledCounts = nil
    nonFinite += other.nonFinite
    tally.merge(other.tally)
  }
}

extension FineHistogram: Equatable {
  /// Two are equal if their cells and counts are.
  package static func == (left: FineHistogram, right: FineHistogram) -> Bool {
    left.grid == right.grid && left.nonFinite == right.nonFinite && left.tally == right.tally
  }
}

extension FineHistogram {
  /// Returns `count` coarser cells of `size` fine cells each, from fine cell `offset` on.
  ///
  /// Cells that would leave the grid are cut at its end or left out; what lies outside the cells
  /// returned is in their `underflow` and `overflow`, so that everything still adds up to `total`.
  package func grouped(by size: Int, from offset: Int = 0, count: Int? = nil) -> GroupedHistogram {
    let size = min(max(size, 1), cellCount)
    let start = min(max(offset, 0), cellCount)
    let most = (cellCount - start + size - 1) / size
    let groups = min(max(count ?? most, 0), most)
    let cumulative = cumulativeCounts
    var edges = [grid.edge(start)]
    var grouped = [Int]()
    edges.reserveCapacity(groups + 1)
    grouped.reserveCapacity(groups)
    var cell = start
    for _ in 0..<groups {
      let end = min(cell + size, cellCount)
      grouped.append(cumulative[end] - cumulative[cell])
      edges.append(grid.edge(end))
      cell = end
    }
    return GroupedHistogram(
      counts: grouped, edges: edges, underflow: cumulative[start],
      overflow: total - cumulative[cell])
  }
}

/// Counts in cells made of neighbouring fine cells.
package struct GroupedHistogram: Equatable, Sendable {
  /// The count of each cell.
  package let counts: [Int]

  /// The cells' edges, one more than there are cells.
  package let edges: [Double]

  /// The number of values below the first edge.
  package let underflow: Int

  /// The number of values above the last cell.
  package let overflow: Int

  /// The number of finite values.
  package var total: Int { counts.reduce(underflow + overflow, +) }
}

extension FineHistogram {
  /// Returns the sample quantiles at the probabilities given, without a sort.
  ///
  /// As `numpy.quantile` does, position (n − 1)·p is interpolated between the two order statistics
  /// around it; a cell's values are taken to be spread evenly over it, so that the error is at most
  /// a cell. Values outside the grid are taken to lie on its nearer end.
  package func quantiles(_ probabilities: [Double]) -> [Double] {
    let cumulative = cumulativeCounts
    let sum = cumulative[cumulative.count - 1]
    return probabilities.map { probability in
      guard sum > 0, probability >= 0, probability <= 1 else { return .nan }
      let position = Double(sum - 1) * probability
      let rank = min(Int(clamping: position), sum - 1)
      let part = position - Double(rank)
      let lower = orderStatistic(rank, cumulative)
      guard part > 0 else { return lower }
      return lower + part * (orderStatistic(min(rank + 1, sum - 1), cumulative) - lower)
    }
  }

  /// Returns the sample quantile at one probability.
  package func quantile(_ probability: Double) -> Double { quantiles([probability])[0] }

  /// The distance between the quartiles.
  package var interquartileRange: Double {
    let quartiles = quantiles([0.25, 0.75])
    return quartiles[1] - quartiles[0]
  }

  /// Where the value of a rank, counted from 0, lies.
  private func orderStatistic(_ rank: Int, _ cumulative: [Int]) -> Double {
    let from = (0..<cumulative.count - 1).partitioningIndex { cumulative[$0] > rank }
    guard from > 0 else { return grid.low }
    guard from <= cellCount else { return grid.high }
    let count = cumulative[from] - cumulative[from - 1]
    let place = (Double(rank - cumulative[from - 1]) + 0.5) / Double(count)
    let (left, right) = (grid.edge(from - 1), grid.edge(from))
    return left + place * (right - left)
  }
}
