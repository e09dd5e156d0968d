private import Mathematics
import Screen

extension LineChart {
  /// Draws the bands, the wider one of two first, and dots the reference through free cells.
  ///
  /// - Parameter hasFills: whether cells can be filled with a band's colour; else it is shaded.
  func drawBands(
    _ x: Scale, _ y: Scale, at place: (column: Int, row: Int), in frame: inout Frame,
    _ glyphs: GlyphSet, hasFills: Bool
  ) {
    for band in bands.filter(\.isLight) + bands.filter({ !$0.isLight }) {
      if hasFills && glyphs != .ascii {
        fill(band, x, y, at: place, in: &frame)
      } else {
        shade(band, x, y, at: place, in: &frame, glyphs)
      }
    }
    guard let row = reference.flatMap({ y.cell(of: $0) }) else { return }
    for column in 0..<x.cells {
      let (column, row) = (place.column + column, place.row + row)
      frame[column, row] = Cell(
        glyphs == .ascii ? "-" : "┄", Style(.dim, on: Self.fill(of: frame[column, row])))
    }
  }

  /// Fills a band with its colour, to an eighth of a row.
  private func fill(
    _ band: LineBand, _ x: Scale, _ y: Scale, at place: (column: Int, row: Int),
    in frame: inout Frame
  ) {
    let role: Role = band.isLight ? .wideBand : .band
    let eighths = PlotGlyphs(.braille).eighths
    for column in 0..<x.cells {
      guard let range = band.range(at: x.center(of: column)) else { continue }
      let (top, bottom) = (y.position(of: range.high), y.position(of: range.low))
      guard top <= bottom else { continue }
      for row in 0..<y.cells {
        let (start, end) = (max(top, Double(row)), min(bottom, Double(row + 1)))
        let height = Int(clamping: ((end - start) * 8).rounded())
        guard end > start, height > 0 else { continue }
        let (column, line) = (place.column + column, place.row + row)
        let behind = Self.fill(of: frame[column, line])
        frame[column, line] =
          height >= 8
          ? Cell(" ", Style(.text, on: role))
          : end >= Double(row + 1)
            ? Cell(eighths[height], Style(role, on: behind))
            // What is left free below is a block in the other colour.
            : Cell(eighths[8 - height], Style(role, on: behind, .reverse))
      }
    }
  }

  /// The band that fills at least half of a cell; `.text` where there is none.
  static func fill(of cell: Cell) -> Role {
    let (front, back) = (cell.style.foreground, cell.style.background)
    guard [.band, .wideBand].contains(front),
      let eighths = PlotGlyphs(.braille).eighths.firstIndex(of: cell.glyph)
    else { return back }
    let isFront = cell.style.attributes.contains(.reverse) ? eighths < 4 : eighths > 4
    return isFront ? front : back
  }

  /// Shades the cells whose middles lie in a band.
  private func shade(
    _ band: LineBand, _ x: Scale, _ y: Scale, at place: (column: Int, row: Int),
    in frame: inout Frame, _ glyphs: GlyphSet
  ) {
    let isASCII = glyphs == .ascii
    let shade = Cell(isASCII ? "." : band.isLight ? "·" : "░", Style(.dim))
    // ASCII has no lighter dot than a dot: every other one is left out.
    for column in stride(from: 0, to: x.cells, by: isASCII && band.isLight ? 2 : 1) {
      guard let range = band.range(at: x.center(of: column)) else { continue }
      for row in 0..<y.cells {
        let middle = y.center(of: row)
        guard middle >= range.low, middle <= range.high else { continue }
        frame[place.column + column, place.row + row] = shade
      }
    }
  }

  /// Draws the lines, then their marks, at every point or at every so many of them.
  func drawSeries(
    _ x: Scale, _ y: Scale, at place: (column: Int, row: Int), in frame: inout Frame,
    _ glyphs: GlyphSet
  ) {
    let resolution = DotResolution(of: glyphs)
    let fine = (x: x.refined(by: resolution.across), y: y.refined(by: resolution.down))
    var all = DotGrid(columns: x.cells, rows: y.cells, resolution: resolution)
    var pinned = all
    var lines: [DotGrid] = []
    for series in series {
      var own = all.blank
      draw(series, fine.x, fine.y, in: &own)
      lines.append(own)
      let before = all
      if series.role == .pinned { pinned.formUnion(own) } else { all.formUnion(own) }
      for row in 0..<y.cells {
        for column in 0..<x.cells where own[column, row] != 0 {
          // Dots leave the line that they lie on in sight.
          if series.isDotted && before[column, row] != 0 { continue }
          // A cell is A's or the line's over it, so that neither seems to have the other's dots.
          let dots = own[column, row].nonzeroBitCount
          if series.role != .pinned, own.isFine, dots <= pinned[column, row].nonzeroBitCount {
            continue
          }
          let shown = series.role == .pinned ? pinned : all
          guard var glyph = shown.glyph(column, row) else { continue }
          if glyphs == .ascii { glyph = series.glyph(in: glyphs) }
          put(glyph, series.role, column, row, at: place, in: &frame)
        }
      }
    }
    for (order, series) in series.enumerated() {
      let points = markedPoints(of: series, order: order, columns: x.cells, y)
      if let size = series.mark.dots(in: glyphs) {
        var marks = all.blank
        for index in points {
          guard let column = fine.x.cell(of: series.x[index]),
            let row = fine.y.cell(of: series.y[index])
          else { continue }
          // Its dots are as near to the point as those of a line.
          let left = size.across > 1 ? column / size.across * size.across : column
          let top = size.down > 1 ? min(row, max(0, fine.y.cells - size.down)) : row
          for offset in 0..<size.across * size.down {
            marks.set(column: left + offset % size.across, row: top + offset / size.across)
          }
        }
        let bare = marks
        marks.formUnion(lines[order])
        for row in 0..<y.cells {
          for column in 0..<x.cells where bare[column, row] != 0 {
            guard let glyph = marks.glyph(column, row) else { continue }
            put(glyph, series.role, column, row, at: place, in: &frame)
          }
        }
      } else if let mark = series.mark.glyph(in: glyphs) {
        for index in points {
          guard let column = x.cell(of: series.x[index]), let row = y.cell(of: series.y[index])
          else { continue }
          put(mark, series.role, column, row, at: place, in: &frame)
        }
      }
    }
  }

  /// The points of a series that have a mark, so many apart that they can be told from one another.
  private func markedPoints(
    of series: LineSeries, order: Int, columns: Int, _ y: Scale
  ) -> [Int] {
    // Where they stay apart, every dot is a mark.
    let apart = !series.isDotted ? 6 : 5 * columns >= 8 * series.x.count ? 1 : 3
    let stride = max(1, (series.x.count * apart + columns - 1) / columns)
    // Lines take turns, so that the marks of close ones do not cover each other.
    let first = order * max(1, stride / 2) % stride
    return Swift.stride(from: first, to: series.x.count, by: stride).compactMap { start in
      // Of dots that the mark stands for, the one nearest to where a cell has its middle.
      let near = start..<min(series.x.count, start + (series.isDotted ? max(1, stride / 2) : 1))
      return near.min { y.eccentricity(of: series.y[$0]) < y.eccentricity(of: series.y[$1]) }
    }
  }

  private func put(
    _ glyph: Unicode.Scalar, _ role: Role, _ column: Int, _ row: Int,
    at place: (column: Int, row: Int), in frame: inout Frame
  ) {
    let (column, row) = (place.column + column, place.row + row)
    frame[column, row] = Cell(glyph, Style(role, on: Self.fill(of: frame[column, row])))
  }

  private func draw(_ series: LineSeries, _ x: Scale, _ y: Scale, in grid: inout DotGrid) {
    var last: (x: Double, y: Double)?
    // Two dots drawn and two left out by turns; whole cells have no room for gaps.
    let hasGaps = series.isDashed && grid.isFine
    var dots = 0
    for (one, other) in zip(series.x, series.y) {
      // The far edges belong to the last dots; what lies beyond is cut a dot outside.
      let across =
        x.position(of: one) == Double(x.cells) ? Double(x.cells - 1) : x.position(of: one)
      let down =
        y.position(of: other) == Double(y.cells) ? Double(y.cells - 1) : y.position(of: other)
      guard across.isFinite, down.isFinite else {
        last = nil
        continue
      }
      let point = (
        x: min(max(across, -1), Double(x.cells)).rounded(.down),
        y: min(max(down, -1), Double(y.cells)).rounded(.down)
      )
      let start = last ?? point
      let steps = Int(clamping: max(abs(point.x - start.x), abs(point.y - start.y)))
      // Dots stand alone where each has a column.
      let isAlone = series.isDotted && grid.columns >= series.x.count
      for step in (isAlone ? steps : last == nil ? 0 : min(1, steps))...steps {
        dots = last == nil ? 1 : dots + 1
        if hasGaps && (dots - 1) % 4 > 1 { continue }
        let part = steps == 0 ? 1 : Double(step) / Double(steps)
        grid.set(
          column: Int(clamping: (start.x + (point.x - start.x) * part).rounded()),
          row: Int(clamping: (start.y + (point.y - start.y) * part).rounded()))
      }
      last = point
    }
  }
}

extension Scale {
  /// How far a value is from the middle of its cell, in cells.
  fileprivate func eccentricity(of value: Double) -> Double {
    let position = position(of: value)
    return abs(position - position.rounded(.down) - 0.5)
  }
}
