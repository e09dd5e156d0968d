import CTerminal
import Screen

/// Turns a frame's rows into a terminal's cells, looking each style up once.
struct RowWriter {
  let theme: Theme
  let colors: ColorDepth
  let isOnPaper: Bool
  private var templates: [terminal_cell?]
  private var row: [terminal_cell] = []

  private static let attributeSets = 8

  init(theme: Theme, colors: ColorDepth, isOnPaper: Bool) {
    (self.theme, self.colors, self.isOnPaper) = (theme, colors, isOnPaper)
    let roles = Role.allCases.count
    templates = Array(repeating: nil, count: roles * roles * Self.attributeSets)
  }

  /// Hands a row of the frame to curses, blanks up to `columns` after it.
  mutating func put(_ frame: Frame, row number: Int, columns: Int) {
    make(frame, row: number, columns: columns)
    terminal_put_row(Int32(number), Int32(row.count), row)
  }

  /// Writes what differs from another frame of the same size in a row, or all of it.
  mutating func paint(_ frame: Frame, over other: Frame?, row number: Int, columns: Int) {
    make(frame, row: number, columns: columns)
    guard let other, number < frame.size.rows else { return paint(row.indices, number) }
    var run: Range<Int>?
    for column in row.indices where frame[column, number] != other[column, number] {
      // A wide glyph is written with both its halves.
      let isRight = frame[column, number].glyph == Cell.continuation
      let isLeft =
        column + 1 < row.count && frame[column + 1, number].glyph == Cell.continuation
      let cells = (isRight ? column - 1 : column)..<(isLeft ? column + 2 : column + 1)
      // To move the cursor takes as much as a few cells do.
      if let open = run, cells.lowerBound <= open.upperBound + 8 {
        run = open.lowerBound..<max(open.upperBound, cells.upperBound)
      } else {
        if let run { paint(run, number) }
        run = cells
      }
    }
    if let run { paint(run, number) }
  }

  private func paint(_ columns: Range<Int>, _ number: Int) {
    row[columns].withUnsafeBufferPointer { cells in
      terminal_paint(
        Int32(number), Int32(columns.lowerBound), Int32(cells.count), cells.baseAddress)
    }
  }

  private mutating func make(_ frame: Frame, row number: Int, columns: Int) {
    row.removeAll(keepingCapacity: true)
    if number < frame.size.rows {
      let start = number * frame.size.columns
      for cell in frame.cells[start..<start + min(columns, frame.size.columns)] {
        var written = template(for: cell.style)
        written.glyph = cell.glyph.value
        row.append(written)
      }
    }
    let blank = template(for: .text)
    while row.count < columns { row.append(blank) }
  }

  private mutating func template(for style: Style) -> terminal_cell {
    let attributes = Int(style.attributes.rawValue) % Self.attributeSets
    let pair = Int(style.foreground.rawValue) * Role.allCases.count + Int(style.background.rawValue)
    let index = pair * Self.attributeSets + attributes
    if let known = templates[index] { return known }
    let ink = theme.ink(for: style, colors: colors, onPaper: isOnPaper)
    let made = terminal_cell(
      glyph: 0x20, foreground: ink.foreground.code, background: ink.background.code,
      attributes: ink.attributes.rawValue)
    templates[index] = made
    return made
  }
}

extension Ink.Color {
  /// The colour as `terminal_cell` has it.
  fileprivate var code: Int32 {
    switch self {
    case .terminal: -1
    case .indexed(let index): Int32(index)
    case .direct(let color): Int32(TERMINAL_DIRECT) | Int32(color.code)
    }
  }
}
