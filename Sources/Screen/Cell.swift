/// One character cell.
///
/// A glyph two cells wide is followed by a cell whose glyph is `Cell.continuation`.
public struct Cell: Hashable, Sendable {
  /// The glyph: one printable scalar, or `continuation`.
  public var glyph: Unicode.Scalar
  /// How it is drawn.
  public var style: Style

  /// Makes a cell.
  public init(_ glyph: Unicode.Scalar, _ style: Style = .text) {
    self.glyph = glyph
    self.style = style
  }

  /// An empty cell.
  public static let blank = Cell(" ")
  /// The glyph of the right half of a wide character.
  public static let continuation: Unicode.Scalar = "\0"
}
