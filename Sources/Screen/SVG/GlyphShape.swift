/// A glyph drawn as a shape, in the units of `SVGCell`, so that no font can shift or miss it.
struct GlyphShape: Sendable {
  /// The parts of a block element, from the cell's upper left.
  var blocks: BlockBits?
  /// The share of the blocks' colour that covers them, in quarters; a shade has fewer than 4.
  var quarters = 4
  /// The parts of lines.
  var lines: [SVGRectangle] = []
  /// Dots, marks and rounded corners.
  var outlines: [SVGOutline] = []

  /// The shape of a glyph; `nil` where the glyph is text.
  init?(_ glyph: Unicode.Scalar) {
    switch glyph.value {
    case 0x2500...0x257F:
      guard let arms = BoxArms(glyph) else {
        lines = BoxDashes.lines(of: glyph)
        outlines = Self.marks[glyph].map { [$0] } ?? []
        return
      }
      lines = arms.lines
    case 0x2591...0x2593:
      blocks = .full
      quarters = Int(glyph.value - 0x2590)
    case 0x2580...0x259F:
      blocks = BlockBits(glyph)
    case 0x2800...0x28FF:
      outlines = Self.dots(of: glyph)
    default:
      guard let mark = Self.marks[glyph] else { return nil }
      outlines = [mark]
    }
  }
}
