import Screen

/// The glyphs of axes, bars and marks in a glyph set.
struct PlotGlyphs: Sendable {
  let corner: Unicode.Scalar
  let horizontal: Unicode.Scalar
  let vertical: Unicode.Scalar
  let tickDown: Unicode.Scalar
  /// The axis that bars stand on: a line along the top of its cell, its ticks and its corner.
  let ground: (line: Unicode.Scalar, tick: Unicode.Scalar, corner: Unicode.Scalar)
  let tickLeft: Unicode.Scalar
  let dotted: Unicode.Scalar
  let pointer: Unicode.Scalar
  let beyondLeft: Unicode.Scalar
  let beyondRight: Unicode.Scalar
  /// A dash of an outline, no glyph of bars or curves.
  let dash: Unicode.Scalar
  /// A cell filled from below to 0…8 eighths.
  let eighths: [Unicode.Scalar]
  /// A cell filled from above, in reverse where the glyph is the complement.
  let hanging: [Unicode.Scalar]
  let isHangingReversed: Bool

  /// The shades of ASCII from empty to full.
  static let shades: [Unicode.Scalar] = Array(" .:-=+*#%@".unicodeScalars)

  /// A cell filled by a bar.
  var full: Unicode.Scalar { eighths[8] }

  init(_ glyphs: GlyphSet) {
    self = glyphs == .ascii ? Self.ascii : Self.unicode
  }

  private init(
    axis: (corner: Unicode.Scalar, horizontal: Unicode.Scalar, vertical: Unicode.Scalar),
    ground: (line: Unicode.Scalar, tick: Unicode.Scalar, corner: Unicode.Scalar),
    ticks: (down: Unicode.Scalar, left: Unicode.Scalar),
    marks: (
      dotted: Unicode.Scalar, pointer: Unicode.Scalar, left: Unicode.Scalar, right: Unicode.Scalar,
      dash: Unicode.Scalar
    ),
    eighths: [Unicode.Scalar], hanging: [Unicode.Scalar], isHangingReversed: Bool
  ) {
    (corner, horizontal, vertical) = axis
    self.ground = ground
    (tickDown, tickLeft) = ticks
    (dotted, pointer, beyondLeft, beyondRight, dash) = marks
    self.eighths = eighths
    self.hanging = hanging
    self.isHangingReversed = isHangingReversed
  }

  private static let unicode = PlotGlyphs(
    axis: ("└", "─", "│"), ground: ("▔", "│", "╵"), ticks: ("┬", "┤"),
    marks: ("┊", "▲", "◂", "▸", "╌"),
    eighths: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    hanging: [" ", "▇", "▆", "▅", "▄", "▃", "▂", "▁", "█"], isHangingReversed: true)

  /// The curve's * is not among the bars' glyphs, so that the two differ without colour.
  private static let ascii = PlotGlyphs(
    axis: ("+", "-", "|"), ground: ("-", "+", "+"), ticks: ("+", "+"),
    marks: ("'", "^", "<", ">", "~"),
    eighths: [" ", ".", ".", ":", "-", "=", "+", "%", "#"],
    hanging: [" ", "'", "'", "'", "\"", "\"", "\"", "|", "#"], isHangingReversed: false)
}
