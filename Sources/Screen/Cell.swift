/// One character cell.
///
/// A glyph two cells wide is followed by a cell whose glyph is `Cell.continuation`.
package struct Cell: Hashable, Sendable {
  /// The glyph: one printable scalar, or `continuation`.
  package var glyph: Unicode.Scalar
  /// How it is drawn.
  package var style: Style

  /// Makes a cell.
  package init(_ glyph: Unicode.Scalar, _ style: Style = .text) {
    self.glyph = glyph
    self.style = style
  }

  /// An empty cell.
  package static let blank = Cell(" ")
  /// The glyph of the right half of a wide character.
  package static let continuation: Unicode.Scalar = "\0"
}
