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
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    return withVaList([Int32(clamping: digits), value]) { arguments in
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
        let length = vsnprintf(buffer.baseAddress, buffer.count, "%.*g", arguments)
        let bytes = buffer.prefix(max(0, min(Int(length), 63))).map { UInt8(bitPattern: $0) }
        return String(decoding: bytes, as: UTF8.self)
      }
    }
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

  /// `general`, typeset: a true minus sign, `0` for minus zero, and 1.2·10⁻⁷ as `1.2e−7`.
  package static func typeset(_ value: Double, digits: Int = 4) -> String {
    if value == 0 { return "0" }
    let text = general(value, digits: digits)
    let parts = text.split(separator: "e", maxSplits: 1)
    guard parts.count == 2, let exponent = Int(parts[1]) else {
      return text.replacing("-", with: "−")
    }
    return "\(parts[0])e\(exponent)".replacing("-", with: "−")
  }
}

extension Numeral {
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
    if let digits { return typeset(value, digits: digits) }
    return Quantity(value).typeset
  }
}
