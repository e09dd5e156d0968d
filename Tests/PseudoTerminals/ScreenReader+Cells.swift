import Screen

extension ScreenReader {
  mutating func print(_ glyph: Unicode.Scalar) {
    let width = TextWidth.columns(of: glyph)
    guard width > 0 else { return }
    if wraps || column + width > columns {
      column = 0
      index()
    }
    wraps = false
    guard column + width <= columns else { return }
    cells[row][column] = glyph
    if width == 2 { cells[row][column + 1] = Cell.continuation }
    last = glyph
    column += width
    if column >= columns {
      column = columns - 1
      wraps = true
    }
  }

  mutating func move(column: Int, row: Int) {
    self.column = min(max(0, column), columns - 1)
    self.row = min(max(0, row), rows - 1)
    wraps = false
  }

  mutating func index() {
    if row == bottom { scroll(from: top, by: 1) } else { row = min(row + 1, rows - 1) }
  }

  mutating func reverseIndex() {
    if row == top { scroll(from: top, by: -1) } else { row = max(row - 1, 0) }
  }

  /// Moves the lines from one to the scroll region's end up, or down if the count is negative.
  mutating func scroll(from first: Int, by count: Int) {
    guard first <= bottom, first >= 0, bottom < rows else { return }
    let old = cells
    let blanks = Array(repeating: Self.blank, count: columns)
    for row in first...bottom {
      let source = row + count
      cells[row] = (first...bottom).contains(source) ? old[source] : blanks
    }
  }

  /// Inserts blanks at the cursor, or deletes cells if the count is negative.
  mutating func shift(by count: Int) {
    let old = cells[row]
    for position in column..<columns {
      let source = position - count
      cells[row][position] = source >= column && source < columns ? old[source] : Self.blank
    }
  }

  mutating func blank(_ range: Range<Int>) {
    for position in range { cells[row][position] = Self.blank }
  }

  mutating func eraseLine(_ part: Int) {
    switch part {
    case 0: blank(column..<columns)
    case 1: blank(0..<column + 1)
    default: blank(0..<columns)
    }
  }

  mutating func eraseDisplay(_ part: Int) {
    let blanks = Array(repeating: Self.blank, count: columns)
    if part < 2 { eraseLine(part) }
    for line in 0..<rows where part >= 2 || (part == 0 ? line > row : line < row) {
      cells[line] = blanks
    }
  }
}
