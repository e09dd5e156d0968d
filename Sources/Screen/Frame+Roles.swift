extension Frame {
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

  private func lines(_ letter: (Cell) -> Unicode.Scalar) -> String {
    var result = ""
    for row in 0..<size.rows {
      var line = String.UnicodeScalarView()
      for column in 0..<size.columns { line.append(letter(self[column, row])) }
      while line.last == " " { line.removeLast() }
      result += String(line) + "\n"
    }
    return result
  }
}

extension Style.Attributes {
  fileprivate static let visibleOnBlank: Style.Attributes = [.reverse, .underline]
}
