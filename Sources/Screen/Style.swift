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
