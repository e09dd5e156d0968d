extension String {
  /// The text without control characters, so that it cannot steer a terminal.
  ///
  /// Tabs and line breaks become blanks. Scalars that only reorder or hide text (bidirectional
  /// controls, tags) go too; joiners and variation selectors, which change single glyphs, stay.
  package var withoutControlCharacters: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x85, 0x2028, 0x2029: result.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF,
        0xFFF9...0xFFFB, 0xE0000...0xE007F:
        continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
