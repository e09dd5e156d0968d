import Glibc
private import Mathematics
import Screen
internal import Words

extension Ticks {
  /// Powers of ten, every so many that their labels stay apart; with their halves and fifths where
  /// the range has one of them at most.
  ///
  /// - Parameter length: the cells a label with its gap takes; by its text if nil.
  static func decades(along scale: Scale, length: Int? = nil, in glyphs: GlyphSet) -> Ticks {
    let (low, high) = (min(scale.low, scale.high), max(scale.low, scale.high))
    let first = Int(clamping: ceil(log10(low) - 1e-9))
    let last = Int(clamping: floor(log10(high) + 1e-9))
    if first >= last { return withinADecade(low, high, scale, length, in: glyphs) }
    let decade = Double(scale.cells) / max(1e-9, log10(high) - log10(low))
    let widest = [first, last].map { label($0, in: glyphs).unicodeScalars.count }.max() ?? 0
    let needed = Double(length ?? widest + gap)
    let stride = max(1, Int(clamping: min(1000, ceil(needed / max(1e-3, decade)))))
    // Multiples of the stride, so that 10⁰ is among them where it is in the range.
    let exponents = (first...last).filter { $0.isMultiple(of: stride) }
    return Ticks(
      values: exponents.map { pow(10, Double($0)) }, labels: exponents.map { label($0, in: glyphs) }
    )
  }

  // 1, 2 and 5 times powers of ten, or of these as many as stay apart.
  private static func withinADecade(
    _ low: Double, _ high: Double, _ scale: Scale, _ length: Int?, in glyphs: GlyphSet
  ) -> Ticks {
    let start = Int(clamping: floor(log10(low)))
    var ticks: [(value: Double, label: String)] = []
    var lastCell: Int?
    for exponent in start...(start + 2) {
      for digit in [1.0, 2, 5] {
        let value = digit * pow(10, Double(exponent))
        guard value >= low * (1 - 1e-9), value <= high * (1 + 1e-9),
          let cell = scale.cell(of: value)
        else { continue }
        let text =
          digit == 1
          ? label(exponent, in: glyphs) : NumberText.significant(value, digits: 1, in: glyphs)
        let needed = length ?? text.unicodeScalars.count + gap
        if let lastCell, abs(cell - lastCell) < needed { continue }
        ticks.append((value, text))
        lastCell = cell
      }
    }
    return Ticks(values: ticks.map(\.value), labels: ticks.map(\.label))
  }

  private static func label(_ exponent: Int, in glyphs: GlyphSet) -> String {
    if glyphs == .ascii { return "1e\(exponent)" }
    if exponent == 0 { return "1" }
    return "10" + Numeral.raised(exponent)
  }
}
