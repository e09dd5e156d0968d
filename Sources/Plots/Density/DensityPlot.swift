private import Mathematics
package import Screen

/// The sample's density as a filled shape with the law's line over it.
///
/// Columns are filled to an eighth of a cell, in ASCII with shades: the shade of a column's top cell
/// tells how much of it is filled, in tenths.
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

  /// The plot as a frame of exactly that size; A stands above B where there is an A.
  package func frame(size: Size, glyphs: GlyphSet) -> Frame {
    var frame = Frame(size: size)
    let gutter = BinGeometry.gutter(in: size.columns)
    let scale = Scale(low: low, high: high, cells: BinGeometry.plotColumns(in: size.columns))
    let rows = PlotRows(rows: size.rows, hasCaption: false)
    guard rows.count > 0, scale.cells > 0 else { return frame }
    let own = Self.densities(of: sample, inColumns: scale.cells)
    let other = Self.densities(of: pinned, inColumns: scale.cells)
    let trace = law.map { CurveTrace($0, along: scale, resolution: DotResolution(of: glyphs)) }
    let upper = other.isEmpty ? 0 : rows.count / 2
    let ticks = RowTicks(
      peak: (own + other).reduce(trace?.peak ?? 0) { max($0, $1) }, rows: rows.count - upper,
      labelColumns: max(1, gutter - 1), in: glyphs)
    if other.isEmpty {
      frame.drawVerticalAxis(
        ticks.ticks, on: ticks.scale, column: gutter - 1, rows: rows, in: glyphs, isGround: true)
    } else if gutter > 1 {
      for (name, role, row) in [
        (pinnedName, Role.pinned, upper - 1), (names.sample, .sample, rows.count - 1),
      ] { frame.put(name, endColumn: gutter - 1, row: rows.top + max(0, row), Style(role, .bold)) }
    }
    let span = BinGeometry.labelSpan(in: size.columns)
    frame.drawHorizontalAxis(
      scale, column: gutter, span: span, rows: rows, in: glyphs, isGround: true)
    let place = (column: gutter, row: rows.top)
    let area = Area(place: place, rowHeight: ticks.maximum / Double(rows.count - upper), glyphs)
    area.fill(other, .pinned, rows: 0..<upper, in: &frame)
    area.fill(own, glyphs == .ascii ? .sample : .bar, rows: upper..<rows.count, in: &frame)
    for column in own.indices where own[column] > 0 {
      frame.clearGround(column: gutter + column, row: rows.axis, in: glyphs)
    }
    if let trace { area.draw(trace, over: own, rows: upper..<rows.count, in: &frame) }
    // Without a comparison the picture explains itself: the legend is worth the corner only.
    let isCompared = !pinned.isEmpty
    frame.drawLegend(
      legend(glyphs), columns: gutter..<gutter + scale.cells,
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

  private func legend(_ glyphs: GlyphSet) -> [LegendEntry] {
    let isASCII = glyphs == .ascii
    let (mark, line): (Unicode.Scalar, Unicode.Scalar) = isASCII ? ("@", Area.lawGlyph) : ("█", "─")
    // In a comparison the names stand beside their areas.
    let sample = pinned.isEmpty ? [LegendEntry(mark, names.sample, isASCII ? .sample : .bar)] : []
    return sample + (law == nil ? [] : [LegendEntry(line, names.law, .law)])
  }
}

/// Rows of cells filled up to a density, and the law's line over them.
private struct Area {
  static let lawGlyph: Unicode.Scalar = "o"

  private let place: (column: Int, row: Int)
  /// The density that a row is tall.
  private let rowHeight: Double
  private let glyphs: GlyphSet
  /// A cell filled from below, from empty to full: eighths, or in ASCII shades.
  private let steps: [Unicode.Scalar]

  init(place: (column: Int, row: Int), rowHeight: Double, _ glyphs: GlyphSet) {
    (self.place, self.rowHeight, self.glyphs) = (place, rowHeight, glyphs)
    steps = glyphs == .ascii ? PlotGlyphs.shades : PlotGlyphs(glyphs).eighths
  }

  /// The steps that a density fills, of rows of so many each.
  private func height(_ density: Double, rows: Int) -> Int {
    let most = steps.count - 1
    let wanted = density / rowHeight * Double(most)
    return Int(clamping: min(Double(most * rows), max(0, wanted)).rounded())
  }

  func fill(_ densities: [Double], _ role: Role, rows: Range<Int>, in frame: inout Frame) {
    let most = steps.count - 1
    for (column, density) in densities.enumerated() {
      var left = height(density, rows: rows.count)
      // What is there is seen, however little.
      let isTrace = left == 0 && density > 0
      if isTrace { left = 1 }
      for row in rows.reversed() where left > 0 {
        frame[place.column + column, place.row + row] = Cell(
          steps[min(most, left)], Style(isTrace ? .dim : role))
        left -= most
      }
    }
  }

  func draw(
    _ trace: CurveTrace, over densities: [Double], rows: Range<Int>, in frame: inout Frame
  ) {
    let dots = trace.dots(rows: rows.count, maximum: rowHeight * Double(rows.count))
    let isASCII = glyphs == .ascii
    for column in 0..<dots.columns where trace.greatest(inColumn: column) >= rowHeight / 18 {
      let filled =
        densities.indices.contains(column) ? height(densities[column], rows: rows.count) : 0
      for row in 0..<rows.count {
        guard let glyph = dots.glyph(column, row) else { continue }
        // The line wins the cell, which keeps the colour of what fills most of it.
        let part = filled - (rows.count - 1 - row) * (steps.count - 1)
        let isFilled = !isASCII && part * 2 > steps.count
        frame[place.column + column, place.row + rows.lowerBound + row] = Cell(
          isASCII ? Self.lawGlyph : glyph, Style(.law, on: isFilled ? .bar : .text))
      }
    }
  }
}
