/// A screenful of cells: what a view returns and a presenter shows.
///
/// Drawing outside a frame is clipped, so a view need not ask whether its text fits.
package struct Frame: Hashable, Sendable {
  /// The extent.
  package let size: Size
  /// The cells, row by row.
  package private(set) var cells: [Cell]

  /// Makes a frame of blank cells.
  package init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The whole frame as a region.
  package var region: Region { Region(column: 0, row: 0, columns: size.columns, rows: size.rows) }

  /// The cell at a position; reading outside gives a blank, writing outside does nothing.
  package subscript(column: Int, row: Int) -> Cell {
    get { contains(column, row) ? cells[row * size.columns + column] : .blank }
    set {
      guard contains(column, row) else { return }
      let index = row * size.columns + column
      if cells[index].glyph != newValue.glyph { partWideGlyphs(around: index) }
      cells[index] = newValue
    }
  }

  // Of a glyph two cells wide that is drawn over the other half is blank, for no terminal shows halves.
  private mutating func partWideGlyphs(around index: Int) {
    if cells[index].glyph == Cell.continuation, index > 0 { cells[index - 1].glyph = " " }
    if index + 1 < cells.count, cells[index + 1].glyph == Cell.continuation {
      cells[index + 1].glyph = " "
    }
  }

  /// Writes text from a position rightwards, cut at `limit` columns and at the frame's edge.
  ///
  /// Control characters are dropped; a wide glyph that would be cut in half is not drawn.
  ///
  /// - Returns: the columns used.
  @discardableResult
  package mutating func put(
    _ text: String, column: Int, row: Int, _ style: Style = .text, limit: Int = .max,
    offset: Cell.Offset = .none
  ) -> Int {
    var used = 0
    for scalar in text.unicodeScalars {
      let width = TextWidth.columns(of: scalar)
      if width == 0 { continue }
      if used + width > limit || column + used + width > size.columns { break }
      self[column + used, row] = Cell(scalar, style, offset: offset)
      if width == 2 { self[column + used + 1, row] = Cell(Cell.continuation, style) }
      used += width
    }
    return used
  }

  /// Writes text so that it ends just before `endColumn`.
  package mutating func put(
    _ text: String, endColumn: Int, row: Int, _ style: Style = .text, offset: Cell.Offset = .none
  ) {
    put(
      text, column: endColumn - TextWidth.columns(of: text), row: row, style, offset: offset)
  }

  /// Fills a region with one cell.
  package mutating func fill(_ region: Region, with cell: Cell) {
    for row in region.row..<region.endRow {
      for column in region.column..<region.endColumn { self[column, row] = cell }
    }
  }

  /// Copies another frame into this one with its upper-left cell at a position.
  package mutating func draw(_ other: Frame, column: Int, row: Int) {
    for y in 0..<other.size.rows {
      for x in 0..<other.size.columns { self[column + x, row + y] = other[x, y] }
    }
  }

  private func contains(_ column: Int, _ row: Int) -> Bool {
    column >= 0 && row >= 0 && column < size.columns && row < size.rows
  }

  /// The glyphs' roles as lines of `Role.letter`, a plain blank for every blank, for snapshots.
  package var roles: String {
    lines { cell in
      let isEmpty = cell.glyph == " " && cell.style.attributes.isDisjoint(with: .visibleOnBlank)
      return isEmpty ? " " : cell.style.foreground.letter
    }
  }

  /// The fills' roles as lines of `Role.letter`, a blank where the terminal's background shows.
  package var fills: String {
    lines { cell in cell.style.background == .text ? " " : cell.style.background.letter }
  }

  /// The frame as plain lines without trailing blanks, each ended by a newline.
  package var text: String { lines { $0.glyph == Cell.continuation ? nil : $0.glyph } }

  private func lines(_ letter: (Cell) -> Unicode.Scalar?) -> String {
    var result = ""
    for row in 0..<size.rows {
      var line = String.UnicodeScalarView()
      for column in 0..<size.columns {
        if let letter = letter(self[column, row]) { line.append(letter) }
      }
      while line.last == " " { line.removeLast() }
      result += String(line) + "\n"
    }
    return result
  }
}

extension Style.Attributes {
  fileprivate static let visibleOnBlank: Style.Attributes = [.reverse, .underline]
}
