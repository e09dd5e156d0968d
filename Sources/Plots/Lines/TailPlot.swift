public import Screen

/// The densities of sample and law on a logarithmic axis, where the tails can be seen.
///
/// The axis begins at half the density of a single value in a bin; empty bins break the line.
public struct TailPlot: Sendable {
  /// The sample's counts.
  public var bins: Bins
  /// The law's density.
  public var law: Curve?
  /// The names in the legend.
  public var names: (sample: String, law: String)

  /// Makes a plot.
  public init(
    bins: Bins, law: Curve? = nil, names: (sample: String, law: String) = ("sample", "law")
  ) {
    self.bins = bins
    self.law = law
    self.names = names
  }

  /// The plot as a frame of exactly that size.
  public func frame(size: Size, glyphs: GlyphSet) -> Frame {
    let centers = Scale(low: bins.low, high: bins.high, cells: bins.count)
    let densities = bins.counts.map { bins.density(ofCount: Double($0)) }
    var series = [
      LineSeries(
        x: densities.indices.map(centers.center), y: densities, role: .sample, name: names.sample,
        mark: .disc)
    ]
    var greatest = densities.max() ?? 0
    if let law {
      let fine = Scale(
        low: bins.low, high: bins.high, cells: 2 * BinGeometry.plotColumns(in: size.columns))
      let x = (0..<fine.cells).map(fine.center)
      let y = x.map(law.density)
      greatest = y.reduce(greatest) { $1.isFinite ? max($0, $1) : $0 }
      series.append(LineSeries(x: x, y: y, role: .law, name: names.law))
    }
    let least = bins.density(ofCount: 0.5)
    let isUsable = least > 0 && greatest > least && greatest.isFinite
    return LineChart(
      series: series, kind: .log10, domain: bins.low...bins.high,
      range: isUsable ? least...greatest * 1.2 : nil
    ).frame(size: size, glyphs: glyphs)
  }
}
