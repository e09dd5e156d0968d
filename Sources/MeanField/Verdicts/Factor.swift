private import Glibc
internal import Words

/// A factor in three digits, or as a power of two where it is one.
struct Factor: CustomStringConvertible {
  let value: Double

  init(_ value: Double) { self.value = value }

  var description: String {
    let exponent = log2(value)
    let whole = exponent.rounded()
    // Four digits of the factor, so that the power is the number.
    guard abs(whole) >= 4, abs(whole) < 1100, abs(exponent - whole) < 1e-4 else {
      return "\(Numeral.short(value))"
    }
    return "2" + Numeral.raised(Int(exactly: whole) ?? 0)
  }
}
