private import Glibc

/// Numbers as text, the same on every machine and in every locale.
package enum Numeral {
  /// The shortest digits that parse to the same value; `1` rather than `1.0`.
  package static func shortest(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// C's `%g` with the given number of significant digits, as PyTorch's messages have it.
  package static func general(_ value: Double, digits: Int = 6) -> String {
    value.isFinite ? formatted(value, digits, "g") : notFinite(value, minus: "-")
  }

  /// A size in memory in binary units: `3.2 GiB`.
  package static func bytes(_ count: Int) -> String {
    var value = Double(count)
    var unit = "B"
    for next in ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"] where value >= 1024 {
      value /= 1024
      unit = next
    }
    return "\(general(value, digits: 3)) \(unit)"
  }

  /// A whole number in raised digits: `⁻⁵`.
  package static func raised(_ number: Int) -> String {
    String(String(number).map { digit in digit.wholeNumberValue.map { raisedDigits[$0] } ?? "⁻" })
  }

  private static let raisedDigits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")

  /// C's formatting, whose decimals are correctly rounded.
  fileprivate static func formatted(_ value: Double, _ precision: Int, _ style: String) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
      guard let start = buffer.baseAddress else { return "" }
      _ = withVaList([value]) { vsnprintf(start, buffer.count, "%.\(precision)\(style)", $0) }
      return String(cString: start)
    }
  }

  fileprivate static func notFinite(_ value: Double, minus: String) -> String {
    value.isNaN ? "nan" : (value < 0 ? minus : "") + "inf"
  }
}

// Numbers in formulas.
extension Numeral {
  /// `general`, typeset: a true minus sign, `0` for minus zero, and 1.2·10⁻⁷ as `1.2e−7`.
  package static func typeset(_ value: Double, digits: Int = 4) -> String {
    value == 0 ? "0" : typeset(general(value, digits: digits))
  }

  /// `shortest`, typeset.
  package static func typesetShortest(_ value: Double) -> String {
    value == 0 ? "0" : typeset(shortest(value))
  }

  /// The ends of an interval, with the digits that tell them and their distance: `1000` and
  /// `1000.001`.
  package static func ends(_ low: Double, _ high: Double) -> (low: String, high: String) {
    (typeset(low, resolving: high - low), typeset(high, resolving: high - low))
  }

  /// A number to four digits, and to as many more as keep the error under a thousandth of a scale.
  package static func typeset(_ value: Double, resolving scale: Double) -> String {
    let digits = (4...15).first { digits in
      guard let rounded = Double(general(value, digits: digits)) else { return true }
      return !(abs(rounded - value) > abs(scale) / 1000)
    }
    return digits.map { typeset(value, digits: $0) } ?? typesetShortest(value)
  }

  // 1e-05 as 1e−5.
  private static func typeset(_ text: String) -> String {
    var text = text
    if let mark = text.utf8.firstIndex(of: UInt8(ascii: "e")),
      let exponent = Int(text[mark...].dropFirst())
    {
      text = "\(text[..<mark])e\(exponent)"
    }
    return text.utf8.contains(UInt8(ascii: "-")) ? text.replacing("-", with: "−") : text
  }
}

// Numbers in sentences.
extension Numeral {
  /// The ends of a range of numbers that are not negative, rounded outwards to so many significant
  /// digits: what the range holds, they hold.
  package static func outward(_ range: ClosedRange<Double>, digits: Int) -> ClosedRange<Double> {
    func rounded(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double {
      guard value.isNormal else { return value }
      let unit = pow(10, floor(log10(value)) - Double(digits - 1))
      return unit.isNormal ? (value / unit).rounded(rule) * unit : value
    }
    let low = rounded(range.lowerBound, .down)
    return low...max(low, rounded(range.upperBound, .up))
  }

  /// A number in three digits or so: 0.651, 1.21, 4.31·10⁻⁵; ties are rounded away from 0.
  package static func short(_ value: Double, digits: Int = 3) -> String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : "\(value)" }
    var exponent = Int(exactly: floor(log10(abs(value)))) ?? 0
    // Two steps, since 10 to the power of 326, say, is infinite.
    let last = digits - 1
    let half = (last - exponent) / 2
    var leading = (value * pow(10, Double(half)) * pow(10, Double(last - exponent - half)))
      .rounded()
    guard leading.isFinite else { return "\(value)" }
    if abs(leading) >= pow(10, Double(digits)) {
      leading /= 10
      exponent += 1
    }
    if exponent >= -3 && exponent < 5 {
      return shortest(
        exponent >= last
          ? leading * pow(10, Double(exponent - last)) : leading / pow(10, Double(last - exponent)))
    }
    return "\(shortest(leading / pow(10, Double(last))))·10\(raised(exponent))"
  }
}

// Numbers in pictures and tables: with the minus sign of what they are drawn with, never as "-0".
extension Numeral {
  /// A number to so many significant digits without trailing zeros: 0.07217, 1.23e−7, −0.3.
  ///
  /// All digits before the point are kept below a million; from there on, and below 0.0001, the
  /// text has an exponent.
  package static func significant(_ value: Double, digits: Int = 4, minus: String) -> String {
    guard value.isFinite, value != 0 else {
      return value == 0 ? "0" : notFinite(value, minus: minus)
    }
    let digits = min(17, max(1, digits))
    let (_, exponent) = parts(of: value, digits: digits)
    guard exponent >= -4 && exponent < 6 else {
      return scientific(value, digits: digits, minus: minus)
    }
    let text = formatted(abs(value), max(0, digits - 1 - exponent), "f")
    return (value < 0 ? minus : "") + withoutTrailingZeros(text)
  }

  /// A number to so many significant digits with an exponent: 5.64e−4.
  package static func scientific(_ value: Double, digits: Int = 3, minus: String) -> String {
    guard value.isFinite, value != 0 else {
      return value == 0 ? "0" : notFinite(value, minus: minus)
    }
    let (mantissa, exponent) = parts(of: value, digits: min(17, max(1, digits)))
    return (value < 0 ? minus : "") + withoutTrailingZeros(mantissa) + "e"
      + (exponent < 0 ? minus : "") + String(abs(exponent))
  }

  /// A number with a fixed number of decimals: −0.30.
  package static func fixed(_ value: Double, decimals: Int, minus: String) -> String {
    guard value.isFinite else { return notFinite(value, minus: minus) }
    let text = formatted(abs(value), min(30, max(0, decimals)), "f")
    // What rounds to zero has no sign.
    guard text.contains(where: { $0 != "0" && $0 != "." }) else { return text }
    return (value < 0 ? minus : "") + text
  }

  /// A whole number with a thin group separator every three digits: 32 768.
  package static func grouped(_ value: Int, minus: String) -> String {
    let digits = Array(String(value.magnitude))
    var text = value < 0 ? minus : ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index).isMultiple(of: 3) { text.append(" ") }
      text.append(digit)
    }
    return text
  }

  /// A whole number of units of 10^−decimals, the fast path of tick labels.
  package static func decimal(units: Int, decimals: Int, minus: String) -> String {
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

  // 0.0123 in two digits is ("1.2", -2).
  private static func parts(of value: Double, digits: Int) -> (mantissa: String, exponent: Int) {
    let text = formatted(abs(value), digits - 1, "e")
    guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "e")) else { return (text, 0) }
    return (String(text[..<mark]), Int(text[mark...].dropFirst()) ?? 0)
  }

  private static func withoutTrailingZeros(_ text: String) -> String {
    let bytes = text.utf8
    guard bytes.contains(UInt8(ascii: ".")),
      let last = bytes.lastIndex(where: { $0 != UInt8(ascii: "0") })
    else { return text }
    return String(bytes[last] == UInt8(ascii: ".") ? text[..<last] : text[...last])
  }
}
