import Glibc
import Screen

extension Ticks {
  /// Powers of ten, every so many that their labels stay apart.
  ///
  /// - Parameter length: the cells a label with its gap takes; by its text if nil.
  static func decades(along scale: Scale, length: Int? = nil, in glyphs: GlyphSet) -> Ticks {
    let (low, high) = (min(scale.low, scale.high), max(scale.low, scale.high))
    let first = Int(ceil(log10(low) - 1e-9))
    let last = Int(floor(log10(high) + 1e-9))
    guard first <= last else { return Ticks(values: [], labels: []) }
    let decade = Double(scale.cells) / max(1e-9, log10(high) - log10(low))
    let widest = [first, last].map { label($0, in: glyphs).unicodeScalars.count }.max() ?? 0
    let needed = Double(length ?? widest + gap)
    let stride = max(1, Int(min(1000, ceil(needed / max(1e-3, decade)))))
    // Multiples of the stride, so that 10⁰ is among them where it is in the range.
    let exponents = (first...last).filter { $0.isMultiple(of: stride) }
    return Ticks(
      values: exponents.map { pow(10, Double($0)) }, labels: exponents.map { label($0, in: glyphs) }
    )
  }

  private static func label(_ exponent: Int, in glyphs: GlyphSet) -> String {
    if glyphs == .ascii { return "1e\(exponent)" }
    if exponent == 0 { return "1" }
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let power = String(exponent.magnitude).compactMap(\.wholeNumberValue).map { digits[$0] }
    return "10" + (exponent < 0 ? "⁻" : "") + String(power)
  }
}
