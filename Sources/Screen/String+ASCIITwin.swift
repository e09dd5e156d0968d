extension String {
  /// The text in ASCII: σ as s, √ as sqrt, 2⁻¹⁵ as 2^-15; a glyph without a twin becomes "?".
  ///
  /// Made before drawing, since a twin may be longer than its glyph. Among other arrows an arrow
  /// names a key and becomes one of `<>^v`; on its own → is `->`.
  public var asciiTwin: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var result = ""
    var previous: Unicode.Scalar = " "
    let scalars = Array(unicodeScalars)
    for (position, scalar) in scalars.enumerated() {
      let next = position + 1 < scalars.count ? scalars[position + 1] : " "
      defer { previous = scalar }
      if scalar.isASCII {
        result.unicodeScalars.append(scalar)
      } else if let digit = ASCIITwins.superscripts[scalar] {
        result += (ASCIITwins.superscripts[previous] == nil ? "^" : "") + digit
      } else if let digit = ASCIITwins.subscripts[scalar] {
        result += (ASCIITwins.subscripts[previous] == nil ? "_" : "") + digit
      } else if let arrow = ASCIITwins.arrows[scalar] {
        let isKey = ASCIITwins.arrows[previous] != nil || ASCIITwins.arrows[next] != nil
        result += isKey ? arrow.key : arrow.text
      } else if TextWidth.columns(of: scalar) > 0 {
        result += ASCIITwins.glyphs[scalar] ?? "?"
      }
    }
    return result
  }
}
