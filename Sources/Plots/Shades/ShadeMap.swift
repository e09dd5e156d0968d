public import Screen

/// A matrix as a picture of shades around zero, one colour and one texture for each sign.
///
/// A cell shows the value of greatest size among those it covers, so that no spike is lost; what
/// is not a number and what is infinite have glyphs of their own.
public struct ShadeMap: Sendable {
  /// The values, row by row.
  public var values: [Double]
  /// The rows of the matrix.
  public var rows: Int
  /// The columns of the matrix.
  public var columns: Int
  /// The size shown in the darkest shade.
  public var limit: Double

  /// Makes a map; it is empty unless there are rows · columns values.
  public init(values: [Double], rows: Int, columns: Int, limit: Double) {
    let (count, isOverflow) = rows.multipliedReportingOverflow(by: columns)
    let isMatrix = rows > 0 && columns > 0 && !isOverflow && count == values.count
    self.values = isMatrix ? values : []
    self.rows = isMatrix ? rows : 0
    self.columns = isMatrix ? columns : 0
    self.limit = limit
  }

  /// The map as a frame of exactly that size, stretched to it.
  public func frame(size: Size, glyphs: GlyphSet) -> Frame {
    var frame = Frame(size: size)
    guard rows > 0 else { return frame }
    for row in 0..<size.rows {
      let covered = span(row, of: size.rows, in: rows)
      for column in 0..<size.columns {
        let value = greatest(in: covered, span(column, of: size.columns, in: columns))
        frame[column, row] = cell(value, glyphs)
      }
    }
    return frame
  }

  /// The entries a cell covers, at least one.
  private func span(_ cell: Int, of cells: Int, in entries: Int) -> Range<Int> {
    let start = min(entries - 1, cell * entries / cells)
    return start..<max(start + 1, (cell + 1) * entries / cells)
  }

  private func greatest(in rows: Range<Int>, _ columns: Range<Int>) -> Double {
    var greatest = 0.0
    for row in rows {
      for column in columns {
        let value = values[row * self.columns + column]
        if value.isNaN { return value }
        if abs(value) > abs(greatest) { greatest = value }
      }
    }
    return greatest
  }

  private func cell(_ value: Double, _ glyphs: GlyphSet) -> Cell {
    if value.isNaN { return Cell("?", Style(.error)) }
    if value.isInfinite { return Cell("!", Style(.error)) }
    let shades: [Unicode.Scalar] =
      glyphs == .ascii
      ? (value < 0 ? [" ", "-", "~", "=", "%"] : [" ", ".", ":", "+", "#"])
      : [" ", "░", "▒", "▓", "█"]
    let level = limit > 0 ? min(4, (abs(value) / limit * 4).rounded()) : 0
    return Cell(
      shades[level.isNaN ? 0 : Int(level)], Style(value < 0 ? .residualDown : .residualUp))
  }
}
