import Screen

/// How many dots a cell has.
struct DotResolution: Hashable, Sendable {
  var across: Int
  var down: Int

  /// The finest a glyph set can draw: braille, quadrants, whole cells.
  init(of glyphs: GlyphSet) {
    switch glyphs {
    case .braille: (across, down) = (2, 4)
    case .block: (across, down) = (2, 2)
    case .ascii: (across, down) = (1, 1)
    }
  }
}
