import Screen

extension ScreenReader {
  mutating func perform(_ command: EscapeParser.Command) {
    switch command {
    case .print(let glyph): print(drawsLines ? Self.lineGlyphs[glyph] ?? glyph : glyph)
    case .control(let byte): control(byte)
    case .escape(let intermediate, let final): escape(intermediate, final)
    case .sequence(UInt8(ascii: "?"), let modes, let final):
      for mode in modes { set(mode, to: final == UInt8(ascii: "h")) }
    case .sequence(0, let parameters, let final): sequence(parameters, final)
    case .sequence: break
    }
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 8: column = max(0, column - 1)
    case 9: column = min(columns - 1, (column / 8 + 1) * 8)
    case 10, 11, 12: index()
    case 13: column = 0
    case 14: drawsLines = true
    case 15: drawsLines = false
    default: return
    }
    wraps = false
  }

  private mutating func escape(_ intermediate: UInt8, _ final: UInt8) {
    switch (intermediate, Unicode.Scalar(final)) {
    case (UInt8(ascii: "("), let set): drawsLines = set == "0"
    case (0, "D"): index()
    case (0, "E"):
      column = 0
      index()
    case (0, "M"): reverseIndex()
    case (0, "7"): saved = (saved?.cells ?? [], column, row)
    case (0, "8"): move(column: saved?.column ?? 0, row: saved?.row ?? 0)
    case (0, "c"): self = ScreenReader(columns: columns, rows: rows)
    default: break
    }
  }

  /// DEC's private modes.
  private mutating func set(_ mode: Int, to isOn: Bool) {
    switch mode {
    case 1: isApplicationMode = isOn
    case 25: showsCursor = isOn
    case 1000, 1006: reportsMouse = isOn
    case 2004: marksPastes = isOn
    case 47, 1047, 1049:
      guard isOn != isAlternate else { return }
      isAlternate = isOn
      if isOn {
        saved = (cells, column, row)
        cells = Self.empty(columns, rows)
      } else if let main = saved {
        cells = main.cells
        resize(columns: columns, rows: rows)
        move(column: main.column, row: main.row)
      }
    default: break
    }
  }

  private mutating func sequence(_ parameters: [Int], _ final: UInt8) {
    let first = parameters.first ?? 0
    let count = max(1, first)
    let second = parameters.count > 1 ? parameters[1] : 0
    switch Unicode.Scalar(final) {
    case "A": move(column: column, row: row - count)
    case "B", "e": move(column: column, row: row + count)
    case "C", "a": move(column: column + count, row: row)
    case "D": move(column: column - count, row: row)
    case "E": move(column: 0, row: row + count)
    case "F": move(column: 0, row: row - count)
    case "G", "`": move(column: count - 1, row: row)
    case "d": move(column: column, row: count - 1)
    case "H", "f": move(column: max(1, second) - 1, row: count - 1)
    case "J": eraseDisplay(first)
    case "K": eraseLine(first)
    case "X": blank(column..<min(columns, column + count))
    case "@": shift(by: count)
    case "P": shift(by: -count)
    case "L": scroll(from: row, by: -count)
    case "M": scroll(from: row, by: count)
    case "S": scroll(from: top, by: count)
    case "T": scroll(from: top, by: -count)
    case "b": for _ in 0..<min(count, columns * rows) { print(last) }
    case "r":
      top = min(count, rows) - 1
      bottom = min(second == 0 ? rows : second, rows) - 1
      move(column: 0, row: 0)
    case "m": isPlain = parameters.allSatisfy { $0 == 0 } || parameters == [39, 49]
    default: break
    }
  }

  /// VT100's line drawing.
  private static let lineGlyphs: [Unicode.Scalar: Unicode.Scalar] = [
    "j": "┘", "k": "┐", "l": "┌", "m": "└", "n": "┼", "q": "─", "t": "├", "u": "┤", "v": "┴",
    "w": "┬", "x": "│", "a": "▒", "`": "◆", "~": "·", "f": "°", "g": "±",
  ]
}
