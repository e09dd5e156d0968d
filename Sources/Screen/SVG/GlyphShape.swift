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

  /// A braille glyph's dots as circles.
  static func dots(of glyph: Unicode.Scalar) -> [SVGOutline] {
    // Bit by bit: the left column's upper three, the right column's, then the fourth row.
    let places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
    return places.enumerated().compactMap { bit, place in
      guard glyph.value >> UInt32(bit) & 1 == 1 else { return nil }
      return SVGOutline(x: 1 + 8 * place.0, y: 4 + 8 * place.1, rest: dot)
    }
  }

  /// A circle of radius 3 from its leftmost point on.
  static let dot = "a3 3 0 1 0 6 0 3 3 0 1 0-6 0z"

  /// Marks, rounded corners and diagonals; what is hollow has an inner edge the other way round.
  static let marks: [Unicode.Scalar: SVGOutline] = [
    "●": SVGOutline(x: 2, y: 17, rest: "a6 6 0 1 0 12 0 6 6 0 1 0-12 0z"),
    "○": SVGOutline(
      x: 2, y: 17, rest: "a6 6 0 1 0 12 0 6 6 0 1 0-12 0zm2 0a4 4 0 1 1 8 0 4 4 0 1 1-8 0z"),
    "■": SVGOutline(x: 2, y: 11, rest: "h12v12h-12z"),
    "□": SVGOutline(x: 2, y: 11, rest: "h12v12h-12zm2 2v8h8v-8z"),
    "◆": SVGOutline(x: 8, y: 9, rest: "l8 8-8 8-8-8z"),
    "◇": SVGOutline(x: 8, y: 9, rest: "l8 8-8 8-8-8zm0 3l-5 5 5 5 5-5z"),
    "▲": SVGOutline(x: 8, y: 8, rest: "l8 16h-16z"),
    "▼": SVGOutline(x: 0, y: 8, rest: "h16l-8 16z"),
    "▶": SVGOutline(x: 1, y: 9, rest: "l14 8-14 8z"),
    "◀": SVGOutline(x: 15, y: 9, rest: "v16l-14-8z"),
    "▴": SVGOutline(x: 8, y: 11, rest: "l5 10h-10z"),
    "▾": SVGOutline(x: 3, y: 12, rest: "h10l-5 10z"),
    "▸": SVGOutline(x: 3, y: 11, rest: "l10 6-10 6z"),
    "◂": SVGOutline(x: 13, y: 11, rest: "v12l-10-6z"),
    "╭": SVGOutline(x: 8, y: 32, rest: "v-8a8 8 0 0 1 8-8v2a6 6 0 0 0-6 6v8z"),
    "╮": SVGOutline(x: 0, y: 16, rest: "a10 10 0 0 1 10 10v6h-2v-6a8 8 0 0 0-8-8z"),
    "╯": SVGOutline(x: 10, y: 0, rest: "v8a10 10 0 0 1-10 10v-2a8 8 0 0 0 8-8v-8z"),
    "╰": SVGOutline(x: 8, y: 0, rest: "v10a8 8 0 0 0 8 8v-2a6 6 0 0 1-6-6v-10z"),
    "╱": SVGOutline(x: 15, y: 0, rest: "h1v2l-15 30h-1v-2z"),
    "╲": SVGOutline(x: 0, y: 0, rest: "h1l15 30v2h-1l-15-30z"),
    "╳": SVGOutline(x: 15, y: 0, rest: "h1v2l-15 30h-1v-2zm-15 0h1l15 30v2h-1l-15-30z"),
  ]
}
