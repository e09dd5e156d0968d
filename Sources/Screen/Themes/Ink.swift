/// What a terminal is told about a cell: two colour indices and attributes.
package struct Ink: Hashable, Sendable {
  /// The glyph's colour index, −1 for the terminal's default.
  package var foreground: Int16
  /// The cell's colour index, −1 for the terminal's default.
  package var background: Int16
  /// The attributes.
  package var attributes: Style.Attributes

  /// Makes an ink.
  package init(foreground: Int16, background: Int16, attributes: Style.Attributes) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's defaults.
  package static let plain = Ink(foreground: -1, background: -1, attributes: [])
}
