private import Mathematics
import Screen

extension LineChart {
  /// The fewest columns a plot keeps beside the names.
  private static let leastColumns = 30

  private var named: [LineSeries] { series.filter { !$0.name.isEmpty } }

  private func entry(of series: LineSeries, _ glyphs: GlyphSet) -> LegendEntry {
    let line: Unicode.Scalar = glyphs == .ascii ? "*" : "─"
    return LegendEntry(series.mark.glyph(in: glyphs) ?? line, series.name, series.role)
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
