private import Mathematics
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
  /// A place on the horizontal axis with a dotted line down.
  package var mark: Double?
  /// What the vertical axis measures.
  package var caption: String
  /// Whether the horizontal axis counts, as layers do.
  package var isCounting: Bool
  /// Whether the lines' names stand at their ends where there is room, rather than in a legend.
  package var hasNamesAtEnds: Bool

  /// Makes a chart.
  package init(
    series: [LineSeries], bands: [LineBand] = [], kind: Scale.Kind = .linear,
    domain: ClosedRange<Double>? = nil, range: ClosedRange<Double>? = nil,
    reference: Double? = nil, caption: String = "",
    isCounting: Bool = false, hasNamesAtEnds: Bool = true
  ) {
    self.series = series
    self.bands = bands
    self.kind = kind
    self.domain = domain
    self.range = range
    self.reference = reference
    self.caption = caption
    self.isCounting = isCounting
    self.hasNamesAtEnds = hasNamesAtEnds
  }

  /// The chart as a frame of exactly that size.
  ///
  /// - Parameter hasFills: whether the theme can fill cells with a band's colour.
  package func frame(size: Size, glyphs: GlyphSet, hasFills: Bool = false) -> Frame {
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
    frame.drawVerticalAxis(
      Self.ticks(y, labelColumns: gutter - 1, glyphs), on: y, column: gutter - 1, rows: rows,
      in: glyphs)
    let span = BinGeometry.labelSpan(in: size.columns)
    frame.drawHorizontalAxis(
      x, column: gutter, span: span, rows: rows, in: glyphs, isWhole: isCounting)
    let place = (column: gutter, row: rows.top)
    drawBands(x, y, at: place, in: &frame, glyphs, hasFills: hasFills)
    drawMark(x, rows: rows.count, at: place, in: &frame, glyphs)
    drawSeries(x, y, at: place, in: &frame, glyphs)
    if names > 0 { drawEndNames(x, y, at: place, in: &frame, glyphs) }
    if let row = rows.caption {
      let end = frame.putCaption(caption, over: rows, columns: gutter)
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

  private static func ticks(_ scale: Scale, labelColumns: Int, _ glyphs: GlyphSet) -> Ticks {
    // A blank before the axis if possible.
    let spaced = Ticks(up: scale, labelColumns: labelColumns - 1, in: glyphs)
    return spaced.values.isEmpty ? Ticks(up: scale, labelColumns: labelColumns, in: glyphs) : spaced
  }

  /// The fewest columns a plot keeps beside the names.
  private static let leastColumns = 30

  private var named: [LineSeries] { series.filter { !$0.name.isEmpty } }

  private func entry(of series: LineSeries, _ glyphs: GlyphSet) -> LegendEntry {
    LegendEntry(series.glyph(in: glyphs), series.name, series.role)
  }

  /// The columns right of the plot for names at the lines' ends, 0 where there is no room.
  func endNameColumns(room: Int, rows: Int, _ glyphs: GlyphSet) -> Int {
    guard hasNamesAtEnds, !named.isEmpty, named.count <= rows else { return 0 }
    let widest = named.reduce(0) { max($0, TextWidth.columns(of: entry(of: $1, glyphs).text)) }
    return room - widest - 1 >= Self.leastColumns ? widest + 1 : 0
  }

  /// Writes each name beside its line's last point, a row aside where names would collide.
  func drawEndNames(
    _ x: Scale, _ y: Scale, at place: (column: Int, row: Int), in frame: inout Frame,
    _ glyphs: GlyphSet
  ) {
    var ends: [(position: Double, column: Int, entry: LegendEntry)] = []
    for series in named {
      let points = zip(series.x, series.y).reversed()
      let last = points.first { x.cell(of: $0.0) != nil && y.position(of: $0.1).isFinite }
      guard let last, let column = x.cell(of: last.0) else { continue }
      ends.append((y.position(of: last.1), column, entry(of: series, glyphs)))
    }
    ends.sort { $0.position < $1.position }
    var rows: [Int] = []
    for end in ends {
      let wanted = Int(clamping: min(Double(y.cells - 1), max(0, end.position)))
      rows.append(max(wanted, (rows.last ?? -1) + 1))
    }
    for (index, end) in ends.enumerated() {
      // From the bottom upwards there must be a row left for every name below.
      let row = place.row + min(rows[index], y.cells - ends.count + index)
      let width = TextWidth.columns(of: end.entry.text)
      let beside = place.column + end.column + 2
      let isFree = (beside - 1...beside + width).allSatisfy { frame[$0, row] == .blank }
      let fits = isFree && beside + width < place.column + x.cells
      frame.put(
        end.entry.text, column: fits ? beside : place.column + x.cells + 1, row: row,
        Style(end.entry.role))
    }
  }

  /// Draws as much of a legend as fits, the pinned scene last.
  func drawLegend(column: Int, row: Int, in frame: inout Frame, _ glyphs: GlyphSet) {
    var column = column
    for series in named.filter({ $0.role != .pinned }) + named.filter({ $0.role == .pinned }) {
      let entry = entry(of: series, glyphs)
      guard column + TextWidth.columns(of: entry.text) <= frame.size.columns else { return }
      column += frame.put(entry.text, column: column, row: row, Style(entry.role)) + 2
    }
  }
}
