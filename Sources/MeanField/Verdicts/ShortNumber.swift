private import Clamping
private import Glibc

/// A number in three digits, for a sentence: 0.651, 1.21, 4.31·10⁻⁵.
struct ShortNumber: CustomStringConvertible {
  private let value: Double

  init(_ value: Double) { self.value = value }

  var description: String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : "\(value)" }
    var exponent = Int(clamping: floor(log10(abs(value))))
    // Two steps, since 10 to the power of 326, say, is infinite.
    let half = (2 - exponent) / 2
    var digits = (value * pow(10, Double(half)) * pow(10, Double(2 - exponent - half))).rounded()
    guard digits.isFinite else { return "\(value)" }
    if abs(digits) >= 1000 {
      digits /= 10
      exponent += 1
    }
    if exponent >= -3 && exponent < 5 {
      let rounded =
        exponent >= 2
        ? digits * pow(10, Double(exponent - 2)) : digits / pow(10, Double(2 - exponent))
      return rounded == rounded.rounded() ? "\(Int(clamping: rounded))" : "\(rounded)"
    }
    let leading = digits / 100
    let head = leading == leading.rounded() ? "\(Int(clamping: leading))" : "\(leading)"
    return "\(head)·10\(Self.superscript(exponent))"
  }

  /// A whole number in raised digits.
  static func superscript(_ number: Int) -> String {
    let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return String(
      String(number).map { digit in
        digit == "-" ? "⁻" : digit.wholeNumberValue.map { raised[$0] } ?? digit
      })
  }
}
