import Glibc
private import Mathematics
import Screen
internal import Words

/// Tick labels that agree in their decimals, or in their exponent.
enum TickLabels {
  /// Labels of multiples of a step; a common power of ten is taken out of very large or small ones.
  static func texts(of candidate: TickCandidate, in glyphs: GlyphSet) -> [String] {
    let (values, step) = (candidate.values, candidate.step)
    let greatest = values.reduce(0) { max($0, abs($1)) }
    guard greatest > 0, greatest.isFinite, step > 0 else {
      return values.map { NumberText.significant($0, in: glyphs) }
    }
    let exponent = Int(clamping: floor(log10(greatest) + 1e-9))
    if exponent >= -3 && exponent < 5,
      let texts = decimals(values, step: step, scale: 1, suffix: "", in: glyphs)
    {
      return texts
    }
    let sign = exponent < 0 ? NumberText.minus(in: glyphs) : ""
    let scale = pow(10, Double(exponent))
    return decimals(
      values, step: step, scale: scale, suffix: "e" + sign + String(abs(exponent)), in: glyphs)
      ?? values.map { NumberText.significant($0, digits: 10, in: glyphs) }
  }

  private static func decimals(
    _ values: [Double], step: Double, scale: Double, suffix: String, in glyphs: GlyphSet
  ) -> [String]? {
    let minus = NumberText.minus(in: glyphs)
    var power = 1.0
    for decimals in 0...12 {
      let factor = power / scale
      let tolerance = 1e-3 * min(1, step * factor)
      let fits = values.allSatisfy { value in
        let units = value * factor
        return abs(units) < 1e15 && abs(units - units.rounded()) < tolerance
      }
      if fits {
        return values.map { value in
          let units = Int(clamping: (value * factor).rounded())
          let text = Numeral.decimal(units: units, decimals: decimals, minus: minus)
          return units == 0 ? text : text + suffix
        }
      }
      power *= 10
    }
    return nil
  }
}
