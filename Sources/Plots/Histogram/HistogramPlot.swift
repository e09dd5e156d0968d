public import Screen

/// A histogram in density with the law's curve over it.
///
/// The bars, the curve, the markers, the ticks and the selected bin share one `BinGeometry`; a
/// `ResidualStrip` of the same bins drawn beneath, as wide, lines up with it.
public struct HistogramPlot: Sendable {
  /// The sample's counts.
  public var bins: Bins
  /// The law's counts in each bin; drawn as steps where there is no `law`.
  public var expected: [Double]
  /// The law's density.
  public var law: Curve?
  /// The values to mark; the first has the first claim on the marker row.
  public var markers: [Marker]
  /// The bin under the crosshair.
  public var selected: Int?
  /// What the vertical axis measures.
  public var caption: String

  /// Makes a histogram.
  public init(
    bins: Bins, expected: [Double] = [], law: Curve? = nil, markers: [Marker] = [],
    selected: Int? = nil, caption: String = "dens."
  ) {
    self.bins = bins
    self.expected = expected
    self.law = law
    self.markers = markers
    self.selected = selected
    self.caption = caption
  }

  /// The size of the sample.
  public var total: Int { bins.total }

  /// The columns for data at a size: choose at most so many bins.
  public static func plotColumns(in size: Size) -> Int {
    BinGeometry.plotColumns(in: size.columns)
  }

  /// The plot as a frame of exactly that size.
  public func frame(size: Size, glyphs: GlyphSet) -> Frame {
    let geometry = BinGeometry(bins: bins, columns: size.columns)
    let layout = layout(geometry, rows: PlotRows(rows: size.rows), glyphs: glyphs)
    var frame = Frame(size: size)
    if layout.rows.count > 0 && geometry.plotColumns > 0 {
      drawAxes(layout, in: &frame)
      drawData(layout, in: &frame)
      drawMarkers(layout, in: &frame)
    }
    return frame
  }

  /// What all parts of the drawing agree on.
  struct Layout {
    var geometry: BinGeometry
    var rows: PlotRows
    var glyphs: GlyphSet
    /// The bins drawn, merged where they outnumber the columns.
    var bins: Bins
    var trace: CurveTrace?
    var ticks: RowTicks
    var heights: BarHeights
    var selected: Int?
  }

  private func layout(_ geometry: BinGeometry, rows: PlotRows, glyphs: GlyphSet) -> Layout {
    let drawn = bins.merged(by: geometry.binsPerColumn)
    let trace = (law ?? steps).map {
      CurveTrace($0, along: geometry.scale, resolution: DotResolution(of: glyphs))
    }
    let highest = drawn.density(ofCount: Double(drawn.counts.max() ?? 0))
    let ticks = RowTicks(
      peak: max(highest, trace?.peak ?? 0), rows: rows.count,
      labelColumns: max(1, geometry.gutter - 1), in: glyphs)
    let maximum = ticks.maximum * Double(bins.total) * drawn.width
    return Layout(
      geometry: geometry, rows: rows, glyphs: glyphs, bins: drawn, trace: trace, ticks: ticks,
      heights: BarHeights(counts: drawn.counts, maximum: maximum, rows: rows.count),
      selected: selected.flatMap {
        bins.counts.indices.contains($0) ? $0 / geometry.binsPerColumn : nil
      })
  }

  /// The expected counts as a density with a jump at every edge between different ones.
  private var steps: Curve? {
    guard expected.count == bins.count, bins.total > 0 else { return nil }
    let edges = Scale(low: bins.low, high: bins.high, cells: bins.count)
    let densities = expected.map { bins.density(ofCount: $0) }
    let jumps = bins.edges.indices.filter { index in
      let before = index > 0 ? densities[index - 1] : 0
      return before != (index < densities.count ? densities[index] : 0)
    }
    return Curve(discontinuities: jumps.map { bins.edges[$0] }) { value in
      edges.cell(of: value).map { densities[$0] } ?? 0
    }
  }
}
