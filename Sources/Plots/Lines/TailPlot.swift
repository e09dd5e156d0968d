package import Screen

/// The densities of sample and law on a logarithmic axis, where the tails can be seen.
///
/// The axis begins at half the density of a single value in a bin; empty bins break the line.
package struct TailPlot: Sendable {
  /// The sample's counts.
  package var bins: Bins
  /// The law's density.
  package var law: Curve?
  /// The names in the legend.
  package var names: (sample: String, law: String)
  /// The pinned scene of a comparison; its bins may differ.
  package var pinned: PinnedSample?

  /// Makes a plot.
  package init(
    bins: Bins, law: Curve? = nil, names: (sample: String, law: String) = ("sample", "law"),
    pinned: PinnedSample? = nil
  ) {
    self.bins = bins
    self.law = law
    self.names = names
    self.pinned = pinned
  }

  /// The plot as a frame of exactly that size.
  package func frame(size: Size, glyphs: GlyphSet) -> Frame {
    let domain =
      min(bins.low, pinned?.bins.low ?? bins.low)...max(bins.high, pinned?.bins.high ?? bins.high)
    var series: [LineSeries] = []
    if let pinned {
      series.append(line(pinned.bins, .pinned, name: pinned.name, mark: .none))
    }
    let name = pinned?.presentName ?? names.sample
    series.append(line(bins, .sample, name: name, mark: .disc))
    var greatest = series.flatMap(\.y).max() ?? 0
    if let law {
      let fine = Scale(
        low: domain.lowerBound, high: domain.upperBound,
        cells: 2 * BinGeometry.plotColumns(in: size.columns))
      let x = (0..<fine.cells).map(fine.center)
      let y = x.map(law.density)
      greatest = y.reduce(greatest) { $1.isFinite ? max($0, $1) : $0 }
      series.append(LineSeries(x: x, y: y, role: .law, name: names.law))
    }
    let smallest = [bins, pinned?.bins].compactMap { $0?.density(ofCount: 0.5) }
    let least = smallest.filter { $0 > 0 }.min() ?? 0
    let isUsable = least > 0 && greatest > least && greatest.isFinite
    return LineChart(
      series: series, kind: .log10, domain: domain,
      range: isUsable ? least...greatest * 1.2 : nil, hasNamesAtEnds: false
    ).frame(size: size, glyphs: glyphs)
  }

  private func line(_ bins: Bins, _ role: Role, name: String, mark: LineMark) -> LineSeries {
    let centers = Scale(low: bins.low, high: bins.high, cells: bins.count)
    return LineSeries(
      x: bins.counts.indices.map(centers.center),
      y: bins.densities, role: role, name: name, mark: mark,
      isDashed: role == .pinned)
  }
}
