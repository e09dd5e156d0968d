extension String {
  /// The text in ASCII: σ as s, √ as sqrt, 2⁻¹⁵ as 2^-15; a glyph without a twin becomes "?".
  ///
  /// Made before drawing, since a twin may be longer than its glyph. Among other arrows an arrow
  /// names a key and becomes one of `<>^v`; on its own → is `->`.
  package var asciiTwin: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var result = ""
    var previous: Unicode.Scalar = " "
    let scalars = Self.withRootsInParentheses(Array(unicodeScalars))
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

  // A root sign reaches as far as the word after it; `sqrt` needs parentheses to say so.
  private static func withRootsInParentheses(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard scalars.contains("√") else { return scalars }
    var result: [Unicode.Scalar] = []
    var position = 0
    while position < scalars.count {
      result.append(scalars[position])
      position += 1
      guard result.last == "√", position < scalars.count, isPartOfWord(scalars[position]) else {
        continue
      }
      result.append("(")
      var depth = 0
      while position < scalars.count {
        let scalar = scalars[position]
        if scalar == "(" { depth += 1 }
        if scalar == ")" { depth -= 1 }
        guard depth > 0 || (depth == 0 && (scalar == ")" || isPartOfWord(scalar))) else { break }
        result.append(scalar)
        position += 1
        if scalar == ")" && depth == 0 { break }
      }
      result.append(")")
    }
    return result
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
  }
}
