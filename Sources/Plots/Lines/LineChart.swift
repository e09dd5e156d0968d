package import Screen

/// Lines over one axis, with bands behind them.
///
/// Where two lines cross a cell their dots are joined and the later one gives the colour.
package struct LineChart: Sendable {
  /// The lines, the most important last.
  package var series: [LineSeries]
  /// The regions behind them.
  package var bands: [LineBand]
  /// The spacing of the vertical axis.
  package var kind: Scale.Kind
  /// The ends of the horizontal axis; those of the data if nil.
  package var domain: ClosedRange<Double>?
  /// The ends of the vertical axis; those of the data with a margin if nil.
  package var range: ClosedRange<Double>?
  /// A value with a dotted line across.
  package var reference: Double?
  /// What the vertical axis measures.
  package var caption: String
  /// Whether the lines' names stand at their ends where there is room, rather than in a legend.
  package var hasNamesAtEnds: Bool

  /// Makes a chart.
  package init(
    series: [LineSeries], bands: [LineBand] = [], kind: Scale.Kind = .linear,
    domain: ClosedRange<Double>? = nil, range: ClosedRange<Double>? = nil,
    reference: Double? = nil, caption: String = "",
    hasNamesAtEnds: Bool = true
  ) {
    self.series = series
    self.bands = bands
    self.kind = kind
    self.domain = domain
    self.range = range
    self.reference = reference
    self.caption = caption
    self.hasNamesAtEnds = hasNamesAtEnds
  }

  /// The chart as a frame of exactly that size.
  package func frame(size: Size, glyphs: GlyphSet) -> Frame {
    var frame = Frame(size: size)
    let gutter = BinGeometry.gutter(in: size.columns)
    let rows = PlotRows(rows: size.rows)
    let across = ends(domain, of: series.flatMap(\.x) + bands.flatMap(\.x), margin: 0)
    let room = BinGeometry.plotColumns(in: size.columns)
    let names = endNameColumns(room: room, rows: rows.count, glyphs)
    let x = Scale(low: across.low, high: across.high, cells: room - names)
    guard rows.count > 0, x.cells > 0 else { return frame }
    let up = ends(
      range, of: series.flatMap(\.y) + bands.flatMap { $0.low + $0.high } + [reference ?? .nan],
      margin: 0.04)
    let y = Scale(low: up.high, high: up.low, cells: rows.count, kind: kind)
    drawVerticalAxis(y, column: gutter - 1, rows: rows, in: &frame, glyphs)
    let span = (gutter > 1 ? -2 : -gutter)..<size.columns - gutter
    frame.drawHorizontalAxis(x, column: gutter, span: span, rows: rows, in: glyphs)
    let place = (column: gutter, row: rows.top)
    drawBands(x, y, at: place, in: &frame, glyphs)
    drawSeries(x, y, at: place, in: &frame, glyphs)
    if names > 0 { drawEndNames(x, y, at: place, in: &frame, glyphs) }
    if let row = rows.caption {
      let end = frame.put(caption, column: 0, row: row, Style(.dim))
      if names == 0 { drawLegend(column: max(gutter, end + 2), row: row, in: &frame, glyphs) }
    }
    return frame
  }

  private func ends(
    _ given: ClosedRange<Double>?, of values: [Double], margin: Double
  ) -> (low: Double, high: Double) {
    if let given { return (given.lowerBound, given.upperBound) }
    let isLog = margin > 0 && kind == .log10
    let usable = values.filter { $0.isFinite && (!isLog || $0 > 0) }
    guard let low = usable.min(), let high = usable.max() else {
      return kind == .log10 ? (0.1, 1) : (0, 1)
    }
    if isLog { return (low, high) }
    let wider = (high / 2 - low / 2) * 2 * margin
    return wider.isFinite ? (low - wider, high + wider) : (low, high)
  }

  private func drawVerticalAxis(
    _ scale: Scale, column: Int, rows: PlotRows, in frame: inout Frame, _ glyphs: GlyphSet
  ) {
    guard column >= 0 else { return }
    let set = PlotGlyphs(glyphs)
    for row in 0..<rows.count { frame[column, rows.top + row] = Cell(set.vertical, Style(.dim)) }
    if let axis = rows.axis { frame[column, axis] = Cell(set.corner, Style(.dim)) }
    guard column > 1 else { return }
    // A blank before the axis if possible.
    let spaced = Ticks(up: scale, labelColumns: column - 1, in: glyphs)
    let ticks = spaced.values.isEmpty ? Ticks(up: scale, labelColumns: column, in: glyphs) : spaced
    for (value, label) in zip(ticks.values, ticks.labels) {
      guard let row = scale.cell(of: value) else { continue }
      frame[column, rows.top + row] = Cell(set.tickLeft, Style(.dim))
      let width = label.unicodeScalars.count
      frame.put(
        label, endColumn: width < column ? column - 1 : column, row: rows.top + row, Style(.dim))
    }
  }
}
