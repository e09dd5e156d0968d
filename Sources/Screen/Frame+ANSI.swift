extension Frame {
  /// The frame as lines with SGR escapes, each ended by a newline and in the default style.
  ///
  /// Only what changes between cells is sent, and plain blanks at a line's end are not.
  ///
  /// - Parameter onPaper: whether the theme's paper takes the place of the terminal's defaults.
  package func ansi(theme: Theme, colors: ColorDepth, onPaper: Bool = false) -> String {
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
          ink = theme.ink(for: cell.style, colors: colors, onPaper: onPaper)
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
    background == .terminal && attributes.isDisjoint(with: [.reverse, .underline])
  }
}

/// ECMA-48's SGR sequences.
enum SelectGraphicRendition {
  /// The shortest sequence that turns one ink into another; empty when they are equal.
  static func change(from old: Ink, to new: Ink) -> String {
    if old == new { return "" }
    let all = parameters(from: .plain, to: new)
    let reset = all.isEmpty ? "0" : "0;" + all
    let difference = parameters(from: old, to: new)
    return "\u{1B}[" + (difference.utf8.count < reset.utf8.count ? difference : reset) + "m"
  }

  private static func parameters(from old: Ink, to new: Ink) -> String {
    var codes: [String] = []
    for (attribute, on, off) in attributeCodes {
      let has = new.attributes.contains(attribute)
      if has != old.attributes.contains(attribute) { codes.append(has ? on : off) }
    }
    if old.foreground != new.foreground { codes.append(color(new.foreground, base: 30)) }
    if old.background != new.background { codes.append(color(new.background, base: 40)) }
    return codes.joined(separator: ";")
  }

  private static let attributeCodes: [(Style.Attributes, String, String)] = [
    (.bold, "1", "22"), (.underline, "4", "24"), (.reverse, "7", "27"),
  ]

  private static func color(_ color: Ink.Color, base: Int) -> String {
    switch color {
    case .terminal: "\(base + 9)"
    case .indexed(let index) where index < 8: "\(base + Int(index))"
    // Bright colours are 90–97 and 100–107.
    case .indexed(let index) where index < 16: "\(base + 52 + Int(index))"
    case .indexed(let index): "\(base + 8);5;\(index)"
    case .direct(let color): "\(base + 8);2;\(color.red);\(color.green);\(color.blue)"
    }
  }
}
