package import Screen

/// A matrix as a picture of colours, two values a cell where half blocks can show them.
///
/// Without colours, and in ASCII, a cell is one value in a texture that tells sign and size.
package struct HeatMap: Sendable {
  /// How values become colours.
  package enum Kind: Hashable, Sendable {
    /// Two ramps that meet in 0.
    case diverging
    /// One ramp between two values.
    case sequential(low: Double, high: Double)
  }

  /// The values, row by row.
  package let values: [Float]
  /// The rows of the matrix.
  package let rows: Int
  /// The columns of the matrix.
  package let columns: Int
  /// The size at the ends of a diverging ramp; what is greater is clipped.
  package var limit: Double
  /// How values become colours.
  package var kind: Kind
  /// Whether a colour bar explains the colours where there is room.
  package var hasBar: Bool
  /// Whether the map fills its room, even if some values take a cell more than others.
  package var isFilling: Bool

  /// Makes a map; it is empty unless there are rows · columns values.
  package init(
    values: [Float], rows: Int, columns: Int, limit: Double = 1, kind: Kind = .diverging,
    hasBar: Bool = true, isFilling: Bool = false
  ) {
    let (count, isOverflow) = rows.multipliedReportingOverflow(by: columns)
    let isMatrix = rows > 0 && columns > 0 && !isOverflow && count == values.count
    self.values = isMatrix ? values : []
    self.rows = isMatrix ? rows : 0
    self.columns = isMatrix ? columns : 0
    self.limit = limit
    self.kind = kind
    self.hasBar = hasBar
    self.isFilling = isFilling
  }

  /// The most values a picture of that size shows, for a caller that aggregates a larger matrix.
  package static func cells(
    in size: Size, glyphs: GlyphSet = .braille, usesColor: Bool = true, hasBar: Bool = true
  ) -> (rows: Int, columns: Int) {
    let area = HeatMapArea(size: size, hasBar: hasBar)
    return (area.rows * valuesPerCell(glyphs, usesColor), area.columns)
  }

  /// The values above each other in a cell: two by a half block's two colours.
  static func valuesPerCell(_ glyphs: GlyphSet, _ usesColor: Bool) -> Int {
    usesColor && glyphs != .ascii ? 2 : 1
  }

  /// The map as a frame of exactly that size.
  ///
  /// Every value takes the same whole number of cells, as many as fit. Where there are more values
  /// than cells, a cell shows the one of greatest size among those it covers.
  ///
  /// - Parameter usesColor: whether the theme and the terminal have colours.
  package func frame(size: Size, glyphs: GlyphSet, usesColor: Bool = true) -> Frame {
    var frame = Frame(size: size)
    guard rows > 0 else { return frame }
    let area = HeatMapArea(size: size, hasBar: hasBar)
    let perCell = Self.valuesPerCell(glyphs, usesColor)
    let down = HeatMapStretch(values: rows, cells: area.rows * perCell, isFilling: isFilling)
    let across = HeatMapStretch(values: columns, cells: area.columns, isFilling: isFilling)
    guard down.cells > 0, across.cells > 0 else { return frame }
    let ramp = ramp(glyphs)
    for column in 0..<across.cells {
      let covered = across.range(ofCell: column)
      var row = 0
      while row < down.cells {
        let upper = value(down.range(ofCell: row), covered)
        if perCell == 1 {
          frame[column, row] = ramp.texture(upper)
        } else {
          let lower = row + 1 < down.cells ? value(down.range(ofCell: row + 1), covered) : nil
          frame[column, row / 2] = ramp.halves(upper, lower)
        }
        row += perCell
      }
    }
    let shown = Size(columns: across.cells, rows: (down.cells + perCell - 1) / perCell)
    drawBar(area.bar, beside: shown, ramp, perCell, in: &frame)
    return frame
  }

  /// The colours from the lowest value to the highest in a row of so many cells.
  package func key(columns: Int, glyphs: GlyphSet, usesColor: Bool = true) -> Frame {
    var frame = Frame(size: Size(columns: max(0, columns), rows: 1))
    guard case .sequential(let low, let high) = kind else { return frame }
    let ramp = ramp(glyphs)
    let isHalved = Self.valuesPerCell(glyphs, usesColor) == 2
    for column in 0..<max(0, columns) {
      let value = low + (high - low) * (Double(column) + 0.5) / Double(columns)
      frame[column, 0] = isHalved ? ramp.halves(value, value) : ramp.texture(value)
    }
    return frame
  }

  /// Where some values are 0 and others are not, those that are leave the paper free.
  private func ramp(_ glyphs: GlyphSet) -> HeatMapRamp {
    var ramp = HeatMapRamp(kind: kind, limit: limit, glyphs: glyphs)
    ramp.hasBlankZero = values.contains(0) && values.contains { $0 != 0 }
    return ramp
  }

  /// The value of greatest size; what is not a number is greater than any.
  private func value(_ rows: Range<Int>, _ columns: Range<Int>) -> Double {
    if rows.count == 1 && columns.count == 1 {
      return Double(values[rows.lowerBound * self.columns + columns.lowerBound])
    }
    var greatest = Float(0)
    var size = -Float.infinity
    for row in rows {
      for column in columns {
        let value = values[row * self.columns + column]
        if value.isNaN { return .nan }
        if abs(value) > size { (greatest, size) = (value, abs(value)) }
      }
    }
    return Double(greatest)
  }
}
