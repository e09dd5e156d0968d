private import Mathematics
import Screen

extension HistogramPlot {
  /// Draws both axes, the caption, the crosshair's pointer and the signs of what lies outside.
  func drawAxes(_ layout: Layout, in frame: inout Frame) {
    let geometry = layout.geometry
    frame.drawVerticalAxis(
      layout.ticks.ticks, on: layout.ticks.scale, column: geometry.gutter - 1, rows: layout.rows,
      in: layout.glyphs, isGround: true)
    frame.drawHorizontalAxis(
      geometry.scale, column: geometry.gutter,
      span: BinGeometry.labelSpan(in: geometry.columns), rows: layout.rows,
      in: layout.glyphs, isGround: true)
    if geometry.gutter > 1 {
      frame.putCaption(
        hasOnlyAtoms ? shareCaption : caption, over: layout.rows, columns: geometry.gutter,
        limit: geometry.gutter - 2)
    }
    guard let axis = layout.rows.axis else { return }
    let glyphs = PlotGlyphs(layout.glyphs)
    if bins.underflow > 0 {
      frame[geometry.gutter, axis] = Cell(glyphs.beyondLeft, Style(.warning))
    }
    if bins.overflow > 0 {
      let last = geometry.gutter + geometry.plotColumns - 1
      frame[last, axis] = Cell(glyphs.beyondRight, Style(.warning))
    }
    if let selected = layout.selected {
      let columns = geometry.columns(ofBin: selected)
      let middle = (columns.lowerBound + columns.upperBound - 1) / 2
      frame[middle, axis] = Cell(glyphs.pointer, Style(.bright))
    }
  }

  /// Draws bars and curve, cell by cell.
  ///
  /// In a cell the curve crosses it wins the glyph, and the background keeps the bar's colour if
  /// the bar fills 5/8 of the cell. The curve yields only where it is too close to zero to be
  /// told from it: there a bin that is not empty must be seen, and dots too coarse to lie on the
  /// axis are left out. The pinned sample's outline follows the same rules and yields to the curve.
  func drawData(_ layout: Layout, in frame: inout Frame) {
    let geometry = layout.geometry
    let rows = layout.rows
    let maximum = layout.ticks.maximum
    let dots = layout.trace?.dots(rows: rows.count, maximum: maximum)
    let isASCII = layout.glyphs == .ascii
    let outline = layout.outline?.dots(
      rows: rows.count, maximum: maximum, hasJumps: !isASCII, isDashed: true)
    let last = layout.ghost?.dots(
      rows: rows.count, maximum: maximum, isDashed: ghost?.isFading == true)
    let glyphs = PlotGlyphs(layout.glyphs)
    let eighthGlyphs = glyphs.eighths
    let faint = maximum / Double(rows.count) / 4
    let isFine = layout.glyphs == .braille
    for column in 0..<geometry.plotColumns {
      let bar = geometry.bin(atColumn: geometry.gutter + column).map { $0 / geometry.binsPerColumn }
      let role: Role = bar != nil && bar == layout.selected ? .bright : .bar
      let isFaint = (layout.trace?.greatest(inColumn: column) ?? 0) < faint
      let isPinnedFaint = (layout.outline?.greatest(inColumn: column) ?? 0) < faint
      for row in 0..<rows.count {
        let fromBottom = rows.count - 1 - row
        let eighths = bar.map { layout.heights.eighths($0, rowFromBottom: fromBottom) } ?? 0
        // A bar of ASCII characters has no even colour to keep.
        let fill: Role = eighths >= 5 && !isASCII ? role : .text
        let position = (column: geometry.gutter + column, row: rows.top + row)
        if let glyph = dots?.glyph(column, row), !isFaint || (isFine && !(1..<5).contains(eighths))
        {
          frame[position.column, position.row] = Cell(glyph, Style(.law, on: fill))
        } else if let glyph = outline?.glyph(column, row),
          !isPinnedFaint || !(1..<5).contains(eighths)
        {
          frame[position.column, position.row] = Cell(
            isASCII ? glyphs.dash : glyph, Style(.pinned, on: fill))
        } else if let glyph = last?.glyph(column, row), eighths == 0 || eighths >= 5 {
          frame[position.column, position.row] = Cell(
            isASCII ? glyphs.dotted : glyph, Style(.dim, on: fill))
        } else if eighths > 0 {
          // What is hardly there is seen, but does not look like a floor.
          let isTrace = bar.map { layout.heights.isTrace($0) } ?? false
          frame[position.column, position.row] = Cell(
            eighthGlyphs[eighths], Style(isTrace ? .dim : role))
        }
      }
      if let bar, layout.heights.eighths[bar] > 0 {
        frame.clearGround(column: geometry.gutter + column, row: rows.axis, in: layout.glyphs)
      }
    }
  }

  /// Whether there is nothing but atoms, whose heights are shares of the sample.
  var hasOnlyAtoms: Bool {
    let others = [bins, pinned?.bins].compactMap(\.self)
    return !(atoms + (pinned?.atoms ?? [])).isEmpty && law == nil
      && others.allSatisfy { $0.counts.allSatisfy { $0 == 0 } }
  }

  /// The greatest share of an atom.
  var greatestShare: Double {
    (atoms + (pinned?.atoms ?? [])).reduce(0) { $1.share.isFinite ? max($0, $1.share) : $0 }
  }

  /// The atoms as markers: their labels have the first claim on the marker row.
  var atomMarkers: [Marker] {
    (atoms + (pinned?.atoms ?? [])).map {
      Marker($0.position, label: $0.label, asciiLabel: $0.label.asciiTwin(keepsWide: true))
    }
  }

  /// Draws a spike at each atom: as high as its share where that is the axis, else over all rows.
  func drawAtoms(_ layout: Layout, in frame: inout Frame) {
    let glyphs = PlotGlyphs(layout.glyphs)
    let rows = layout.rows
    func draw(_ atom: Atom, _ body: (_ column: Int, _ row: Int, _ eighths: Int) -> Void) {
      guard let cell = layout.geometry.cell(of: atom.position) else { return }
      let height = hasOnlyAtoms ? atom.share / layout.ticks.maximum : 1
      let most = 8 * rows.count
      let share = height.isFinite ? min(1, max(0, height)) : 0
      let eighths = max(1, Int(clamping: (share * Double(most)).rounded()))
      for row in 0..<rows.count {
        let part = min(8, eighths - 8 * (rows.count - 1 - row))
        if part > 0 { body(layout.geometry.gutter + cell, rows.top + row, part) }
      }
    }
    for atom in pinned?.atoms ?? [] {
      draw(atom) { column, row, _ in frame[column, row] = Cell(glyphs.dash, Style(.pinned)) }
    }
    for atom in atoms {
      draw(atom) { column, row, eighths in
        // Beside A's spike at the same value half of the rows are left to it.
        let isShared = frame[column, row].style.foreground == .pinned && !row.isMultiple(of: 2)
        if !isShared { frame[column, row] = Cell(glyphs.eighths[eighths], Style(.bar)) }
      }
    }
  }

  /// Marks what reaches beyond the top of an axis that does not cover all.
  func drawClipped(_ layout: Layout, in frame: inout Frame) {
    guard limit != nil else { return }
    // A density at the very top is no more than shown, whatever the division rounds to.
    let top = layout.ticks.maximum * (1 + 1e-9)
    let glyph = PlotGlyphs(layout.glyphs).pointer
    for (bins, role) in [(layout.pinned, Role.pinned), (layout.bins, Role.bright)] {
      guard let bins else { continue }
      for (bin, density) in bins.densities.enumerated() where density > top {
        guard let middle = layout.geometry.cell(of: bins.middle(of: bin)) else { continue }
        let column = layout.geometry.gutter + middle
        let fill = frame[column, layout.rows.top].style.background
        // The glyph would be lost on a bar's own character.
        frame[column, layout.rows.top] = Cell(
          glyph, Style(role, on: role == .bright && layout.glyphs != .ascii ? .bar : fill))
      }
    }
  }

  /// Draws the labels that do not collide, and dotted lines under them through empty cells.
  func drawMarkers(_ layout: Layout, in frame: inout Frame) {
    let geometry = layout.geometry
    guard let labelRow = layout.rows.caption else { return }
    let span = (geometry.gutter > 1 ? -1 : 0)..<max(1, frame.size.columns - geometry.gutter)
    var taken: [Range<Int>] = []
    let atoms = atomMarkers
    for (index, marker) in (atoms + markers).enumerated() {
      guard let cell = geometry.cell(of: marker.position) else { continue }
      let text = marker.text(in: layout.glyphs)
      let width = TextWidth.columns(of: text)
      guard let centred = Ticks.start(ofWidth: width, under: cell, within: span) else { continue }
      // A label may step aside by a column as long as it stays over its value.
      let start = [centred, centred + 1, centred - 1].first { start in
        let label = start..<start + width
        return label.contains(cell) && label.clamped(to: span) == label
          && !taken.contains { $0.overlaps(label) }
      }
      guard let start else { continue }
      taken.append(start - 1..<start + width + 1)
      // A spike takes the whole of its cell.
      let place = index < atoms.count ? nil : marker.position
      frame.put(
        text, column: geometry.gutter + start, row: labelRow, Style(.marker),
        offset: place.map { offset(of: $0, cell, geometry) } ?? .none)
      drawDottedLine(cell, place, .dim, layout, in: &frame)
      if let sample = marker.samplePosition.flatMap({ geometry.cell(of: $0) }),
        abs(sample - cell) > 1
      {
        drawDottedLine(sample, marker.samplePosition, .sample, layout, in: &frame)
      }
    }
  }

  private func offset(of value: Double, _ cell: Int, _ geometry: BinGeometry) -> Cell.Offset {
    Cell.Offset(across: geometry.scale.offset(of: value, from: cell, parts: 8))
  }

  /// - Parameter value: where pictures draw it; in the middle of its cell if nil.
  private func drawDottedLine(
    _ cell: Int, _ value: Double?, _ role: Role, _ layout: Layout, in frame: inout Frame
  ) {
    let offset = value.map { self.offset(of: $0, cell, layout.geometry) } ?? .none
    let column = layout.geometry.gutter + cell
    let glyph = PlotGlyphs(layout.glyphs).dotted
    for row in layout.rows.top..<layout.rows.top + layout.rows.count
    where frame[column, row] == .blank {
      frame[column, row] = Cell(glyph, Style(role), offset: offset)
    }
  }

  /// Says which scene is the bars and which the outline, in free cells of the upper rows or, where
  /// the data leaves none, of the marker row.
  @discardableResult
  func drawLegend(_ layout: Layout, inData: Bool, in frame: inout Frame) -> Bool {
    guard let pinned = comparable else { return true }
    let glyphs = PlotGlyphs(layout.glyphs)
    let entries = [
      LegendEntry(glyphs.full, pinned.presentName, .bar),
      LegendEntry(glyphs.dash, pinned.name, .pinned),
    ]
    let geometry = layout.geometry
    let rows =
      inData
      ? layout.rows.top..<layout.rows.top + min(3, layout.rows.count)
      : layout.rows.caption.map { $0..<$0 + 1 } ?? 0..<0
    let columns = geometry.gutter..<geometry.gutter + geometry.plotColumns
    return frame.drawLegend(entries, columns: columns, rows: rows)
  }
}
