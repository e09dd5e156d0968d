import Screen

/// The shape that tells a line from others without colour.
package enum LineMark: Hashable, Sendable, CaseIterable {
  /// The bare line.
  case none
  /// A disc.
  case disc
  /// A triangle.
  case triangle
  /// A square.
  case square

  func glyph(in glyphs: GlyphSet) -> Unicode.Scalar? {
    switch (self, glyphs) {
    case (.none, _): nil
    case (.disc, .ascii): "o"
    case (.triangle, .ascii): "^"
    case (.square, .ascii): "#"
    case (.disc, _): "●"
    case (.triangle, _): "▲"
    case (.square, _): "■"
    }
  }
}
