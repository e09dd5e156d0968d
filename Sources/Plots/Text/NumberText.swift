import Glibc
package import Screen

/// Numbers as short text, with a real minus sign where the glyph set has one and never as "-0".
package enum NumberText {
  /// The minus sign of a glyph set.
  package static func minus(in glyphs: GlyphSet) -> String {
    glyphs == .ascii ? "-" : "−"
  }

  /// A number to so many significant digits without trailing zeros: 0.07217, 1.23e−7, −0.3.
  ///
  /// All digits before the point are kept below a million; from there on, and below 0.0001, the
  /// text has an exponent.
  package static func significant(
    _ value: Double, digits: Int = 4, in glyphs: GlyphSet, signed: Bool = false
  ) -> String {
    guard value.isFinite else { return notFinite(value, glyphs, signed) }
    if value == 0 { return "0" }
    let digits = min(17, max(1, digits))
    let (_, exponent) = parts(of: value, digits: digits)
    guard exponent >= -4 && exponent < 6 else {
      return scientific(value, digits: digits, in: glyphs, signed: signed)
    }
    let decimals = max(0, digits - 1 - exponent)
    return sign(of: value, glyphs, signed)
      + withoutTrailingZeros(formatted("%.*f", decimals, abs(value)))
  }

  /// A number to so many significant digits with an exponent: 5.64e−4.
  package static func scientific(
    _ value: Double, digits: Int = 3, in glyphs: GlyphSet, signed: Bool = false
  ) -> String {
    guard value.isFinite else { return notFinite(value, glyphs, signed) }
    if value == 0 { return "0" }
    let (mantissa, exponent) = parts(of: value, digits: min(17, max(1, digits)))
    let sign = sign(of: value, glyphs, signed)
    let power = (exponent < 0 ? minus(in: glyphs) : "") + String(abs(exponent))
    return sign + withoutTrailingZeros(mantissa) + "e" + power
  }

  // 0.0123 in two digits is ("1.2", -2).
  private static func parts(of value: Double, digits: Int) -> (mantissa: String, exponent: Int) {
    let text = formatted("%.*e", digits - 1, abs(value))
    let parts = text.split(separator: "e")
    return (parts.first.map(String.init) ?? text, parts.last.flatMap { Int($0) } ?? 0)
  }

  /// A number with a fixed number of decimals: −0.30.
  package static func fixed(
    _ value: Double, decimals: Int, in glyphs: GlyphSet, signed: Bool = false
  ) -> String {
    guard value.isFinite else { return notFinite(value, glyphs, signed) }
    let text = formatted("%.*f", min(30, max(0, decimals)), abs(value))
    // What rounds to zero has no sign.
    guard text.contains(where: { $0 != "0" && $0 != "." }) else { return text }
    return sign(of: value, glyphs, signed) + text
  }

  /// An integer with a thin group separator every three digits: 32 768.
  package static func grouped(_ value: Int, in glyphs: GlyphSet) -> String {
    let digits = Array(String(value.magnitude))
    var text = value < 0 ? minus(in: glyphs) : ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index).isMultiple(of: 3) { text.append(" ") }
      text.append(digit)
    }
    return text
  }

  /// An integer count of units of 10^−decimals, the fast path of tick labels.
  static func decimal(units: Int, decimals: Int, minus: String) -> String {
    if units == 0 { return "0" }
    var digits = String(units.magnitude)
    if decimals > 0 {
      if digits.utf8.count <= decimals {
        digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
      }
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
    }
    return units < 0 ? minus + digits : digits
  }

  private static func sign(of value: Double, _ glyphs: GlyphSet, _ signed: Bool) -> String {
    value < 0 ? minus(in: glyphs) : signed ? "+" : ""
  }

  private static func notFinite(_ value: Double, _ glyphs: GlyphSet, _ signed: Bool) -> String {
    value.isNaN ? "nan" : sign(of: value, glyphs, signed) + "inf"
  }

  private static func withoutTrailingZeros(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return text }
    var text = Substring(text)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return String(text)
  }

  /// C's formatting, whose decimals are correctly rounded.
  private static func formatted(_ format: String, _ precision: Int, _ value: Double) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
      guard let start = buffer.baseAddress else { return "" }
      _ = withVaList([Int32(precision), value]) { vsnprintf(start, buffer.count, format, $0) }
      return String(cString: start)
    }
  }
}
