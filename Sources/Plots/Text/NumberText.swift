package import Screen
private import Words

/// Numbers as short text with the minus sign of a glyph set.
package enum NumberText {
  /// The minus sign of a glyph set.
  package static func minus(in glyphs: GlyphSet) -> String {
    glyphs == .ascii ? "-" : "−"
  }

  /// A number to so many significant digits without trailing zeros, as `Numeral.significant`.
  package static func significant(_ value: Double, digits: Int = 4, in glyphs: GlyphSet) -> String {
    Numeral.significant(value, digits: digits, minus: minus(in: glyphs))
  }

  /// A number to so many significant digits with an exponent: 5.64e−4.
  package static func scientific(_ value: Double, digits: Int = 3, in glyphs: GlyphSet) -> String {
    Numeral.scientific(value, digits: digits, minus: minus(in: glyphs))
  }

  /// A number with a fixed number of decimals: −0.30.
  package static func fixed(_ value: Double, decimals: Int, in glyphs: GlyphSet) -> String {
    Numeral.fixed(value, decimals: decimals, minus: minus(in: glyphs))
  }

  /// A whole number with a group separator every three digits: 32 768.
  package static func grouped(_ value: Int, in glyphs: GlyphSet) -> String {
    Numeral.grouped(value, minus: minus(in: glyphs))
  }
}
