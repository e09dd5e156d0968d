/// One character cell.
///
/// A glyph two cells wide is followed by a cell whose glyph is `Cell.continuation`.
package struct Cell: Hashable, Sendable {
  /// The glyph: one printable scalar, or `continuation`.
  package var glyph: Unicode.Scalar
  /// How it is drawn.
  package var style: Style

  /// Makes a cell.
  package init(_ glyph: Unicode.Scalar, _ style: Style = .text) {
    self.glyph = glyph
    self.style = style
  }

  /// An empty cell.
  package static let blank = Cell(" ")
  /// The glyph of the right half of a wide character.
  package static let continuation: Unicode.Scalar = "\0"
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
