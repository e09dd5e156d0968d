import Screen

/// Enough of a terminal to read what curses draws for `xterm-256color`: its text, not its colours.
package struct ScreenReader: Sendable {
  /// Cells across.
  package private(set) var columns: Int
  /// Cells down.
  package private(set) var rows: Int
  /// Whether the alternate screen is shown.
  package internal(set) var isAlternate = false
  /// Whether the cursor is shown.
  package internal(set) var showsCursor = true
  /// Whether cursor keys send ESC O rather than ESC [.
  package internal(set) var isApplicationMode = false
  /// Whether the mouse is reported.
  package internal(set) var reportsMouse = false
  /// Whether pasted text is marked as such.
  package internal(set) var marksPastes = false
  /// Whether the colours and attributes are the default ones.
  package internal(set) var isPlain = true

  static let blank: Unicode.Scalar = " "
  var cells: [[Unicode.Scalar]]
  var saved: (cells: [[Unicode.Scalar]], column: Int, row: Int)?
  var column = 0
  var row = 0
  /// The cursor stands past the last column until the next glyph wraps.
  var wraps = false
  var top = 0
  var bottom: Int
  var last: Unicode.Scalar = blank
  var drawsLines = false
  private var parser = EscapeParser()

  /// Makes an empty screen.
  package init(columns: Int, rows: Int) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    bottom = self.rows - 1
    cells = Self.empty(self.columns, self.rows)
  }

  /// Whether all rows scroll together.
  package var scrollsAsWhole: Bool { top == 0 && bottom == rows - 1 }

  /// The lines without trailing blanks.
  package var lines: [String] {
    cells.map { row in
      var line = String.UnicodeScalarView(row.filter { $0 != Cell.continuation })
      while line.last == Self.blank { line.removeLast() }
      return String(line)
    }
  }

  /// The lines, each ended by a newline.
  package var text: String { lines.map { $0 + "\n" }.joined() }

  /// Takes a program's output.
  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if let command = parser.feed(byte) { perform(command) }
    }
  }

  /// Cuts or extends the screen at its right and bottom edges.
  package mutating func resize(columns: Int, rows: Int) {
    let old = cells
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    cells = Self.empty(self.columns, self.rows)
    for row in 0..<min(self.rows, old.count) {
      for column in 0..<min(self.columns, old[row].count) { cells[row][column] = old[row][column] }
    }
    top = 0
    bottom = self.rows - 1
    column = min(column, self.columns - 1)
    row = min(row, self.rows - 1)
    wraps = false
  }

  static func empty(_ columns: Int, _ rows: Int) -> [[Unicode.Scalar]] {
    Array(repeating: Array(repeating: blank, count: columns), count: rows)
  }
}
