private import Mathematics
import Screen

/// The colours and textures of a heat map's values.
struct HeatMapRamp: Sendable {
  let kind: HeatMap.Kind
  let limit: Double
  let glyphs: GlyphSet
  /// Whether what is 0 has no colour, and nothing else looks as if it had none.
  var hasBlankZero = false

  /// The steps of colour, the lowest first.
  var colors: [Role] {
    switch kind {
    case .diverging: Role.diverging
    case .sequential: Role.sequential
    }
  }

  /// The role of a value that is a number.
  func role(of value: Double) -> Role {
    switch kind {
    case .diverging:
      let share = limit > 0 && limit.isFinite ? value / limit : 0
      let step = Int(clamping: (min(1, max(-1, share)) * 5).rounded())
      if hasBlankZero, step == 0 { return Role.diverging[value < 0 ? 4 : 6] }
      return Role.diverging[5 + step]
    case .sequential(let low, let high):
      let share = (value / 2 - low / 2) / (high / 2 - low / 2)
      let steps = Role.sequential.count
      return Role.sequential[
        share.isFinite ? Int(clamping: min(Double(steps - 1), max(0, share * Double(steps)))) : 0]
    }
  }

  /// One value or two above each other in a half block.
  func halves(_ upper: Double, _ lower: Double?) -> Cell {
    if let special = special(upper) ?? lower.flatMap(special) { return special }
    switch (color(of: upper), lower.flatMap(color)) {
    case (nil, nil): return .blank
    case (nil, .some(let below)): return Cell("▄", Style(below))
    case (.some(let above), let below): return Cell("▀", Style(above, on: below ?? .text))
    }
  }

  /// One value over all of a cell.
  func full(_ value: Double) -> Cell {
    hasBlankZero && value == 0 ? .blank : Cell("█", Style(role(of: value)))
  }

  /// The role of a value, or nil where the paper is left as it is: what is nothing, or next to it on
  /// a ramp that begins with nothing.
  private func color(of value: Double) -> Role? {
    if hasBlankZero, value == 0 { return nil }
    let role = role(of: value)
    if case .sequential(low: 0, _) = kind, role == Role.sequential.first { return nil }
    return role
  }

  /// One value as a texture, whose families of glyphs tell the sign.
  func texture(_ value: Double) -> Cell {
    if let special = special(value) { return special }
    let isASCII = glyphs == .ascii
    switch kind {
    case .diverging:
      let share = limit > 0 && limit.isFinite ? min(1, abs(value) / limit) : 0
      let level = max(hasBlankZero && value != 0 ? 1 : 0, Int(clamping: (share * 4).rounded()))
      if value < 0 {
        return Cell((isASCII ? Self.negativeASCII : Self.negative)[level], Style(.residualDown))
      }
      return Cell((isASCII ? Self.positiveASCII : Self.positive)[level], Style(.residualUp))
    case .sequential(let low, let high):
      let shades = isASCII ? PlotGlyphs.shades : Self.positive
      let share = (value / 2 - low / 2) / (high / 2 - low / 2)
      let level = share.isFinite ? min(1, max(0, share)) * Double(shades.count - 1) : 0
      return Cell(shades[Int(clamping: level.rounded())], Style(.sample))
    }
  }

  /// What is not a number and what is infinite, in glyphs no number has.
  private func special(_ value: Double) -> Cell? {
    if value.isFinite { return nil }
    return Cell(value.isNaN ? "?" : glyphs == .ascii ? "!" : "∞", Style(.error))
  }

  private static let positive: [Unicode.Scalar] = [" ", "░", "▒", "▓", "█"]
  private static let negative: [Unicode.Scalar] = [" ", "·", "-", "=", "≡"]
  private static let positiveASCII: [Unicode.Scalar] = [" ", ".", ":", "+", "#"]
  private static let negativeASCII: [Unicode.Scalar] = [" ", "-", "~", "=", "%"]
}
