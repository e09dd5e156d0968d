import CTerminal
import Screen

/// Turns a frame's rows into curses' cells, looking each style up once.
struct RowWriter {
  let theme: Theme
  let colors: ColorDepth
  private var templates: [terminal_cell?]
  private var row: [terminal_cell] = []

  private static let attributeSets = 8

  init(theme: Theme, colors: ColorDepth) {
    self.theme = theme
    self.colors = colors
    let roles = Role.allCases.count
    templates = Array(repeating: nil, count: roles * roles * Self.attributeSets)
  }

  /// Writes a row of the frame, blanks up to `columns` after it.
  mutating func write(_ frame: Frame, row number: Int, columns: Int) {
    row.removeAll(keepingCapacity: true)
    if number < frame.size.rows {
      let start = number * frame.size.columns
      for cell in frame.cells[start..<start + min(columns, frame.size.columns)] {
        var written = template(for: cell.style)
        written.glyph = cell.glyph.value
        row.append(written)
      }
    }
    let blank = terminal_cell(glyph: 0x20, foreground: -1, background: -1, attributes: 0)
    while row.count < columns { row.append(blank) }
    terminal_put_row(Int32(number), Int32(row.count), row)
  }

  private mutating func template(for style: Style) -> terminal_cell {
    let attributes = Int(style.attributes.rawValue) % Self.attributeSets
    let pair = Int(style.foreground.rawValue) * Role.allCases.count + Int(style.background.rawValue)
    let index = pair * Self.attributeSets + attributes
    if let known = templates[index] { return known }
    let ink = theme.ink(for: style, colors: colors)
    let made = terminal_cell(
      glyph: 0x20, foreground: ink.foreground, background: ink.background,
      attributes: ink.attributes.rawValue)
    templates[index] = made
    return made
  }
}
