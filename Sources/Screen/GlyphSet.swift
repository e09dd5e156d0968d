/// The glyphs a terminal can show; all three draw the same geometry.
package enum GlyphSet: String, CaseIterable, Sendable {
  /// Eighth blocks and braille.
  case braille
  /// Eighth blocks and quadrants, for fonts without braille.
  case block
  /// ASCII only.
  case ascii
}
