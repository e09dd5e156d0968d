import Plots

extension DensityPlot {
  /// Makes a plot of a histogram's densities; a pinned one is drawn if it has the same ends.
  init(bins: Bins, law: Curve? = nil, pinned: PinnedSample? = nil) {
    let comparable = pinned.flatMap {
      $0.bins.low == bins.low && $0.bins.high == bins.high ? $0 : nil
    }
    func densities(_ bins: Bins) -> [Double] {
      bins.counts.map { bins.density(ofCount: Double($0)) }
    }
    self.init(
      sample: densities(bins), law: law, low: bins.low, high: bins.high,
      names: (comparable?.presentName ?? "sample", "law"),
      pinned: comparable.map { densities($0.bins) } ?? [], pinnedName: comparable?.name ?? "A")
  }
}

extension DeviationPlot {
  /// Makes the plot of bins against a law's distribution function, exact at the edges.
  init(bins: Bins, distribution: (Double) -> Double) {
    var sum = bins.underflow
    var deviation: [Double] = []
    for (index, edge) in bins.edges.enumerated() {
      if index > 0 { sum += bins.counts[index - 1] }
      deviation.append(Double(sum) / Double(max(1, bins.total)) - distribution(edge))
    }
    self.init(x: bins.edges, deviation: deviation, total: bins.total)
  }
}

extension HeatMap {
  /// Makes a map of doubles.
  init(
    values: [Double], rows: Int, columns: Int, limit: Double = 1, kind: Kind = .diverging,
    hasBar: Bool = true
  ) {
    self.init(
      values: values.map(Float.init), rows: rows, columns: columns, limit: limit, kind: kind,
      hasBar: hasBar)
  }
}
