/// Cell widths of text, without the C library, whose answer depends on the locale.
package enum TextWidth {
  /// The cells a scalar takes: 2 for East Asian wide and full-width scalars, 0 for combining
  /// marks and controls, else 1 (the ambiguous ones, such as σ and the box lines, too).
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x20 || (0x7F..<0xA0).contains(value) { return 0 }
    // Most of what is drawn: Latin, then arrows to box lines, blocks and shapes, then braille.
    if value < 0x300 || (0x2190..<0x231A).contains(value) { return 1 }
    if (0x2500..<0x25FD).contains(value) || (0x2800..<0x2900).contains(value) { return 1 }
    if isZeroWidth(scalar) { return 0 }
    return isWide(value) ? 2 : 1
  }

  /// The cells a string takes when it is printed on one line.
  package static func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Jamo that complete the syllable before them.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .lineSeparator, .paragraphSeparator, .control:
      return true
    default: return false
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    var low = 0
    var high = wideRanges.count
    while low < high {
      let middle = (low + high) / 2
      if wideRanges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wideRanges.count && wideRanges[low].contains(value)
  }
}
