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
