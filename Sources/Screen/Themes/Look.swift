/// What a theme gives a role: its colours and attributes.
package struct Look: Hashable, Sendable {
  /// The colour of glyphs in this role.
  package var foreground: Paint
  /// The colour of cells filled with this role.
  package var background: Paint
  /// The glyph's colour on a bar, the chrome or the selection, where the usual one is too close
  /// to the fill; `nil` keeps `foreground`.
  package var foregroundOnFill: Paint?
  /// The attributes of glyphs in this role.
  package var attributes: Style.Attributes
  /// The attributes of cells filled with this role where the fill has no colour.
  package var fillAttributes: Style.Attributes

  /// Makes a look; without a background of its own a role fills with its foreground.
  package init(
    _ foreground: Paint, background: Paint? = nil, onFill: Paint? = nil,
    _ attributes: Style.Attributes = [], fill: Style.Attributes = .reverse
  ) {
    self.foreground = foreground
    self.background = background ?? foreground
    foregroundOnFill = onFill
    self.attributes = attributes
    fillAttributes = fill
  }

  /// Makes a look from a palette index and its twin among the sixteen of ANSI.
  init(
    _ palette: UInt8?, _ basic: UInt8?, onFill: Paint? = nil, _ attributes: Style.Attributes = []
  ) {
    self.init(Paint(palette, basic), onFill: onFill, attributes)
  }
}
