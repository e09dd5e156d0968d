/// How a style is drawn in an SVG picture.
struct SVGInk: Hashable, Sendable {
  /// The class of the glyph's colour.
  var glyph: String
  /// The class of the cell's fill; `nil` where the page shows.
  var fill: String?
  /// Whether letters are bold.
  var isBold: Bool
  /// Whether the cell has a line under its letters.
  var isUnderlined: Bool
}
