private import Glibc
private import Mathematics

/// A number in three digits or so, for a sentence: 0.651, 1.21, 4.31·10⁻⁵.
struct ShortNumber: CustomStringConvertible {
  private let value: Double
  private let digits: Int

  init(_ value: Double, digits: Int = 3) {
    self.value = value
    self.digits = digits
  }

  var description: String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : "\(value)" }
    var exponent = Int(clamping: floor(log10(abs(value))))
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
      let rounded =
        exponent >= last
        ? leading * pow(10, Double(exponent - last)) : leading / pow(10, Double(last - exponent))
      return rounded == rounded.rounded() ? "\(Int(clamping: rounded))" : "\(rounded)"
    }
    leading /= pow(10, Double(last))
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
