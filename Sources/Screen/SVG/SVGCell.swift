/// The box of one cell in an SVG picture.
///
/// Eighths of a cell across and down, quadrants, lines and braille dots all have whole numbers in
/// it, and whole pixels at half and at full size.
enum SVGCell {
  static let width = 16
  static let height = 32
  /// The left edge of a light line is a unit left of it; the same for `middle` downwards.
  static let center = 9
  static let middle = 17
  /// The distance from a cell's top to the line its letters stand on.
  static let baseline = 24
  /// The space around the cells.
  static let padding = 32
}
