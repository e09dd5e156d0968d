import Screen

extension Frame {
  /// Draws a vertical axis that ends at `rows.axis`, with its ticks and labels left of it.
  mutating func drawVerticalAxis(
    _ ticks: Ticks, on scale: Scale, column: Int, rows: PlotRows, in set: GlyphSet,
    isGround: Bool = false
  ) {
    guard column >= 0 else { return }
    let glyphs = PlotGlyphs(set)
    for row in 0..<rows.count {
      self[column, rows.top + row] = Cell(glyphs.vertical, Style(.dim))
    }
    if let axis = rows.axis {
      self[column, axis] = Cell(isGround ? glyphs.ground.corner : glyphs.corner, Style(.dim))
    }
    guard column > 1 else { return }
    for (value, label) in zip(ticks.values, ticks.labels) {
      guard let row = scale.cell(of: value), row < rows.count || rows.axis != nil else {
        continue
      }
      let offset = Cell.Offset(down: scale.offset(of: value, from: row, parts: 16))
      if row < rows.count {
        self[column, rows.top + row] = Cell(glyphs.tickLeft, Style(.dim), offset: offset)
      }
      // A blank before the axis, unless the label needs it.
      let width = label.unicodeScalars.count
      put(
        label, endColumn: width < column ? column - 1 : column, row: rows.top + row, Style(.dim),
        offset: offset)
    }
  }

  /// Writes a caption above a vertical axis; in pictures a label may reach up into its row.
  ///
  /// - Parameter columns: the columns of the axis and its labels.
  /// - Returns: the columns used.
  @discardableResult
  mutating func putCaption(
    _ caption: String, over rows: PlotRows, columns: Int, limit: Int = .max
  ) -> Int {
    guard let row = rows.caption else { return 0 }
    let isReached = (0..<max(0, columns)).contains { self[$0, rows.top].offset.down < -4 }
    return put(
      caption, column: 0, row: row, Style(.dim), limit: limit,
      offset: Cell.Offset(down: isReached ? -3 : 0))
  }

  /// Leaves the axis out beneath what stands on it, which is its own ground.
  mutating func clearGround(column: Int, row: Int?, in set: GlyphSet) {
    guard set != .ascii, let row, self[column, row].glyph == PlotGlyphs(set).ground.line else {
      return
    }
    self[column, row] = .blank
  }

  /// Draws a horizontal axis beneath the data columns, with its ticks and the labels under them.
  ///
  /// - Parameters:
  ///   - isWhole: whether the axis counts, so that its ticks are whole numbers.
  ///   - isGround: whether bars stand on it, so that nothing may lie between.
  mutating func drawHorizontalAxis(
    _ scale: Scale, column: Int, span: Range<Int>, rows: PlotRows, in set: GlyphSet,
    isWhole: Bool = false, isGround: Bool = false
  ) {
    guard let axis = rows.axis, scale.cells > 0 else { return }
    let glyphs = PlotGlyphs(set)
    for offset in 0..<scale.cells {
      self[column + offset, axis] = Cell(
        isGround ? glyphs.ground.line : glyphs.horizontal, Style(.dim))
    }
    guard let labels = rows.labels else { return }
    let ticks =
      isWhole
      ? Ticks(wholeAlong: scale, span: span, in: set) : Ticks(along: scale, span: span, in: set)
    for (value, label) in zip(ticks.values, ticks.labels) {
      guard let cell = scale.cell(of: value) else { continue }
      let width = label.unicodeScalars.count
      guard let start = Ticks.start(ofWidth: width, under: cell, within: span) else { continue }
      let distance = scale.offset(of: value, from: cell, parts: 8)
      self[column + cell, axis] = Cell(
        isGround ? glyphs.ground.tick : glyphs.tickDown, Style(.dim),
        offset: Cell.Offset(across: distance))
      // A label of an even number of letters has its middle between two cells.
      let isUneven = start == cell - width / 2 && width.isMultiple(of: 2)
      put(
        label, column: column + start, row: labels, Style(.dim),
        offset: Cell.Offset(across: distance + (isUneven ? 4 : 0)))
    }
  }
}

/// How the rows of a plot are shared between a caption, the data, the axis and its labels.
struct PlotRows: Hashable, Sendable {
  /// The row above the data, if there is room.
  let caption: Int?
  /// The first row of data.
  let top: Int
  /// The rows of data.
  let count: Int
  /// The row of the horizontal axis, if there is room.
  let axis: Int?
  /// The row of tick labels, if there is room.
  let labels: Int?

  init(rows: Int, hasCaption: Bool = true) {
    caption = hasCaption && rows >= 6 ? 0 : nil
    top = caption == nil ? 0 : 1
    let below = rows >= 4 ? 2 : rows >= 2 ? 1 : 0
    count = max(0, rows - top - below)
    axis = below >= 1 ? top + count : nil
    labels = below >= 2 ? top + count + 1 : nil
  }
}
