/// One character cell.
///
/// A glyph two cells wide is followed by a cell whose glyph is `Cell.continuation`.
package struct Cell: Hashable, Sendable {
  /// The glyph: one printable scalar, or `continuation`.
  package var glyph: Unicode.Scalar
  /// How it is drawn.
  package var style: Style
  /// Where a picture draws the glyph, which a terminal cannot.
  package var offset: Offset

  /// Makes a cell.
  package init(_ glyph: Unicode.Scalar, _ style: Style = .text, offset: Offset = .none) {
    self.glyph = glyph
    self.style = style
    self.offset = offset
  }

  /// An empty cell.
  package static let blank = Cell(" ")
  /// The glyph of the right half of a wide character.
  package static let continuation: Unicode.Scalar = "\0"

  /// How far from its cell a glyph is drawn in pictures, in eighths of a cell's width both ways: a
  /// cell is 8 wide and 16 high.
  package struct Offset: Hashable, Sendable {
    /// To the right.
    package var across: Int8
    /// Downwards.
    package var down: Int8

    /// Makes an offset, of more than two cells' width none.
    package init(across: Int = 0, down: Int = 0) {
      self.across = (-16...16).contains(across) ? Int8(clamping: across) : 0
      self.down = (-16...16).contains(down) ? Int8(clamping: down) : 0
    }

    /// Where the cell is.
    package static let none = Offset()
  }

  /// The glyph that stays in the cell and, where there is an offset, the one that is drawn beside it:
  /// of an axis with a tick the tick alone.
  var parts: (still: Unicode.Scalar, moved: Unicode.Scalar?) {
    guard offset != .none else { return (glyph, nil) }
    return switch glyph {
    case "┤": ("│", "╴")
    case "┬": ("─", "╷")
    default: (" ", glyph)
    }
  }
}

/// How a cell is drawn: its role, the role behind it, and its attributes.
package struct Style: Hashable, Sendable {
  /// The role of the glyph.
  package var foreground: Role
  /// The role whose colour fills the cell; `.text` leaves the terminal's background.
  package var background: Role
  /// Attributes beyond what the theme adds.
  package var attributes: Attributes

  /// Makes a style.
  package init(_ foreground: Role, on background: Role = .text, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// Ordinary text.
  package static let text = Style(.text)

  /// Text attributes every terminal has or ignores.
  package struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits.
    package let rawValue: UInt8
    /// Makes a set from its bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Bold.
    package static let bold = Attributes(rawValue: 1)
    /// Underlined.
    package static let underline = Attributes(rawValue: 2)
    /// Foreground and background exchanged.
    package static let reverse = Attributes(rawValue: 4)
  }
}
