extension Frame {
  /// The frame as lines with SGR escapes, each ended by a newline and in the default style.
  ///
  /// Only what changes between cells is sent, and plain blanks at a line's end are not.
  package func ansi(theme: Theme, colors: ColorDepth) -> String {
    var result = ""
    var inks: [Style: Ink] = [:]
    for row in 0..<size.rows {
      var current = Ink.plain
      // Blanks wait until something follows them.
      var blanks = 0
      for column in 0..<size.columns {
        let cell = self[column, row]
        if cell.glyph == Cell.continuation { continue }
        let ink: Ink
        if let known = inks[cell.style] {
          ink = known
        } else {
          ink = theme.ink(for: cell.style, colors: colors)
          inks[cell.style] = ink
        }
        if cell.glyph == " " && ink.isInvisibleOnBlank {
          blanks += 1
          continue
        }
        if blanks > 0 {
          if !current.isInvisibleOnBlank {
            result += SelectGraphicRendition.change(from: current, to: .plain)
            current = .plain
          }
          result += String(repeating: " ", count: blanks)
          blanks = 0
        }
        result += SelectGraphicRendition.change(from: current, to: ink)
        current = ink
        result.unicodeScalars.append(cell.glyph)
      }
      result += SelectGraphicRendition.change(from: current, to: .plain) + "\n"
    }
    return result
  }
}

extension Ink {
  /// Whether a blank in this ink looks like a plain one.
  fileprivate var isInvisibleOnBlank: Bool {
    background < 0 && attributes.isDisjoint(with: [.reverse, .underline])
  }
}
