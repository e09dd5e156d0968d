private import Mathematics
package import Screen

/// The sample's density as plain ASCII art in every glyph set, with the law's density over it.
///
/// Columns are filled with shades; the shade of a column's top cell tells how much of it is
/// filled, in tenths.
package struct DensityPlot: Sendable {
  /// The sample's densities in equal steps from `low` to `high`; any number of them.
  package var sample: [Double]
  /// The law's density.
  package var law: Curve?
  /// The lower end of the domain.
  package var low: Double
  /// The upper end of the domain.
  package var high: Double
  /// The names in the legend.
  package var names: (sample: String, law: String)
  /// The densities of the pinned scene of a comparison over the same domain; empty for none.
  package var pinned: [Double]
  /// What the legend calls them.
  package var pinnedName: String

  /// The shades from empty to full.
  static let shades: [Unicode.Scalar] = Array(" .:-=+*#%@".unicodeScalars)
  private static let lawGlyph: Unicode.Scalar = "o"
  private static let pinnedGlyph: Unicode.Scalar = "a"

  /// Makes a plot of densities in equal steps over a domain.
  package init(
    sample: [Double], law: Curve? = nil, low: Double, high: Double,
    names: (sample: String, law: String) = ("sample", "law"), pinned: [Double] = [],
    pinnedName: String = "A"
  ) {
    self.sample = sample
    self.law = law
    self.low = low
    self.high = high
    self.names = names
    self.pinned = pinned
    self.pinnedName = pinnedName
  }

  /// The plot as a frame of exactly that size.
  package func frame(size: Size, glyphs: GlyphSet) -> Frame {
    var frame = Frame(size: size)
    let gutter = BinGeometry.gutter(in: size.columns)
    let scale = Scale(low: low, high: high, cells: BinGeometry.plotColumns(in: size.columns))
    let rows = PlotRows(rows: size.rows, hasCaption: false)
    guard rows.count > 0, scale.cells > 0 else { return frame }
    let densities = Self.densities(of: sample, inColumns: scale.cells)
    let dot = DotResolution(of: .ascii)
    let trace = law.map { CurveTrace($0, along: scale, resolution: dot) }
    let pinnedTrace = CurveTrace(
      values: Self.densities(of: pinned, inColumns: scale.cells), resolution: dot)
    let ticks = RowTicks(
      peak: max(densities.max() ?? 0, trace?.peak ?? 0, pinnedTrace.peak), rows: rows.count,
      labelColumns: max(1, gutter - 1), in: glyphs)
    frame.drawVerticalAxis(ticks.ticks, on: ticks.scale, column: gutter - 1, rows: rows, in: glyphs)
    let span = BinGeometry.labelSpan(in: size.columns)
    frame.drawHorizontalAxis(scale, column: gutter, span: span, rows: rows, in: glyphs)
    let rowHeight = ticks.maximum / Double(rows.count)
    for (column, density) in densities.enumerated() {
      fill(gutter + column, density / rowHeight, rows, in: &frame)
    }
    let lines = [(pinnedTrace, Self.pinnedGlyph, Role.pinned)]
    for (line, glyph, role) in lines + (trace.map { [($0, Self.lawGlyph, .law)] } ?? []) {
      let dots = line.dots(rows: rows.count, maximum: ticks.maximum)
      for column in 0..<dots.columns where line.greatest(inColumn: column) >= rowHeight / 18 {
        for row in 0..<rows.count where dots[column, row] != 0 {
          frame[gutter + column, rows.top + row] = Cell(glyph, Style(role))
        }
      }
    }
    // Without a comparison the picture explains itself: the legend is worth the corner only.
    let isCompared = !pinned.isEmpty
    frame.drawLegend(
      legend, columns: gutter..<gutter + scale.cells,
      rows: rows.top..<rows.top + min(isCompared ? 3 : 1, rows.count), isAtLeft: isCompared)
    return frame
  }

  /// The densities of columns, each the mean over the steps it covers.
  static func densities(of values: [Double], inColumns columns: Int) -> [Double] {
    guard columns > 0, !values.isEmpty else { return [] }
    var sums = [0.0]
    for value in values {
      sums.append((sums.last ?? 0) + (value.isFinite && value > 0 ? value : 0))
    }
    func integral(_ position: Double) -> Double {
      let index = min(values.count - 1, max(0, Int(clamping: position)))
      return sums[index] + (sums[index + 1] - sums[index]) * (position - Double(index))
    }
    let step = Double(values.count) / Double(columns)
    return (0..<columns).map { column in
      let mass = integral(Double(column + 1) * step) - integral(Double(column) * step)
      return max(0, mass / step)
    }
  }

  private func fill(_ column: Int, _ height: Double, _ rows: PlotRows, in frame: inout Frame) {
    let most = Self.shades.count - 1
    let steps = Int(
      clamping: min(Double(most * rows.count), max(0, height * Double(most))).rounded())
    // What is there is seen, however little.
    var left = height > 0 ? max(1, steps) : 0
    var row = rows.top + rows.count - 1
    while left > 0 {
      frame[column, row] = Cell(Self.shades[min(most, left)], Style(.sample))
      left -= most
      row -= 1
    }
  }

  private var legend: [LegendEntry] {
    var entries = [LegendEntry("@", names.sample, .sample)]
    if !pinned.isEmpty { entries.append(LegendEntry(Self.pinnedGlyph, pinnedName, .pinned)) }
    if law != nil { entries.append(LegendEntry(Self.lawGlyph, names.law, .law)) }
    return entries
  }
}
