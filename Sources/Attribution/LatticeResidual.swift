private import Glibc

/// How far a number, or a pair of them, is from the nearest point of a lattice, and how far rounding may
/// have moved it, both in steps of the lattice.
struct LatticeResidual: Sendable {
  /// From −½ to ½.
  let distance: Double
  /// The standard deviation that rounding leaves.
  let deviation: Double

  // Beyond that a number that was drawn looks like any other.
  private static let largestDeviation = 0.2

  /// Takes a place, in steps; nil where rounding leaves nothing to tell.
  init?(of place: Double, deviation: Double) {
    guard deviation <= Self.largestDeviation else { return nil }
    distance = place.isFinite ? place - place.rounded() : 0.5
    self.deviation = deviation
  }

  /// The density of what was drawn, to that of what lies anywhere.
  var density: Double {
    let score = distance / deviation
    return exp(-0.5 * score * score) / (deviation * (2 * Double.pi).squareRoot())
  }
}

extension LatticeResidual {
  // What rounding to float32 leaves of a number between two powers of two, as a share of their distance.
  private static func deviation(ofRounding number: Double) -> Double {
    Double(Float(number).ulp) / 12.0.squareRoot()
  }

  // What rounding to float32 may be off by, relative to the number.
  private static let relativeError = 0x1p-24

  /// What of a uniform number is rounded.
  enum UniformRounding: Sendable {
    /// The number.
    case once
    /// The product with the span, before the lower end is added.
    case twice
    /// The end, of which it is a multiple: another formula gives it another last bit.
    case scaled
  }

  /// Of uniform numbers, low + span·k·2⁻ᵇⁱᵗˢ.
  static func uniform(
    _ numbers: [Float], low: Double, high: Double, bits: Int, _ rounding: UniformRounding
  ) -> [LatticeResidual] {
    let (from, span) = (Double(Float(low)), Double(Float(high) - Float(low)))
    let steps = Double(sign: .plus, exponent: bits, significand: 1) / span
    return numbers.compactMap { number in
      // Where few numbers lie from one point to the next, many of any are at one.
      guard Double(number.ulp) * steps <= 0.125 else { return nil }
      let value = Double(number)
      let before =
        switch rounding {
        case .once: 0.0
        case .twice: deviation(ofRounding: value - from)
        case .scaled: abs(value) * relativeError
        }
      let error = hypot(deviation(ofRounding: value), before)
      return LatticeResidual(of: (value - from) * steps, deviation: error * steps + 0.005)
    }
  }

  /// Of uniform numbers between opposite ends whose product with the span was rounded before the lower end was
  /// added: those near 0 are multiples of half the distance that numbers have at the end.
  static func uniformRoundedTwice(
    _ numbers: [Float], low: Double, high: Double
  ) -> [LatticeResidual] {
    guard low == -high else { return [] }
    let step = Double(Float(high).ulp) / 2
    return numbers.compactMap { number in
      // Nearer the ends many numbers of any are such multiples.
      guard Double(number.ulp) <= step / 8 else { return nil }
      let error = deviation(ofRounding: Double(number)) / step
      return LatticeResidual(of: Double(number) / step, deviation: error + 0.02)
    }
  }

  /// Of normal numbers that the inverse of the error function made of uniform ones: √2·erf⁻¹(u), u = low +
  /// span·k·2⁻ᵇⁱᵗˢ.
  ///
  /// - Parameter rounding: of the uniform ones, whose product with the span may be rounded first.
  static func inverted(
    _ numbers: [Float], mean: Double, std: Double, low: Double, span: Double, bits: Int,
    _ rounding: UniformRounding = .once
  ) -> [LatticeResidual] {
    let steps = Double(sign: .plus, exponent: bits, significand: 1) / span
    let scale = Double(Float(std))
    return numbers.compactMap { number in
      let score = (Double(number) - mean) / scale
      let part = erf(score / 2.0.squareRoot())
      let slope = (2 / Double.pi).squareRoot() * exp(-0.5 * score * score)
      // Two or three roundings, of the scale among others; the polynomial is off by as much in the tails.
      let error = hypot(
        2.5 * slope * (abs(score) + abs(mean) / scale) * relativeError,
        hypot(
          deviation(ofRounding: part),
          rounding == .twice ? deviation(ofRounding: part - low) : 0))
      return LatticeResidual(of: (part - low) * steps, deviation: max(0.06, error * steps))
    }
  }
}

/// Two normal numbers that Box and Muller's way has made together: r·cos θ and r·sin θ, r = √(−2·ln u₁), θ = 2π·u₂.
struct NormalPair: Sendable {
  let cosine: Float
  let sine: Float

  // Of the radius, relative: logarithm, root, sine and cosine, product, and the scale.
  private static let radiusRounding = 1.2 * 0x1p-24
  // Of the angle, in radians, from the sine and the cosine.
  private static let angleRounding = 0x1p-24 * 0.63

  /// Of u₁ and of u₂, whose words have as many bits.
  ///
  /// - Parameter isFromOne: whether 1 − k·2⁻ᵇⁱᵗˢ is u₁, and not k·2⁻ᵇⁱᵗˢ.
  static func residuals(
    _ pairs: [NormalPair], mean: Double, std: Double, bits: Int, isFromOne: Bool
  ) -> (radii: [LatticeResidual], angles: [LatticeResidual]) {
    let steps = Double(sign: .plus, exponent: bits, significand: 1)
    let (middle, scale) = (Double(Float(mean)), Double(Float(std)))
    var found: (radii: [LatticeResidual], angles: [LatticeResidual]) = ([], [])
    for pair in pairs {
      // Zeros are put in the place of numbers more often than they are drawn.
      guard pair.cosine != 0, pair.sine != 0 else { continue }
      let x = (Double(pair.cosine) - middle) / scale
      let y = (Double(pair.sine) - middle) / scale
      let square = x * x + y * y
      guard square > 0 else { continue }
      // About a mean, numbers near it are rounded as those at a distance are.
      let shift =
        middle == 0
        ? 0 : Double(max(pair.cosine.ulp, pair.sine.ulp)) / scale / square.squareRoot()
      let u = exp(-square / 2)
      if let radius = LatticeResidual(
        of: (isFromOne ? -expm1(-square / 2) : u) * steps,
        deviation: max(0.03, square * u * steps * (radiusRounding + shift)))
      {
        found.radii.append(radius)
      }
      let angle = atan2(y, x)
      let turned = angle < 0 ? angle + 2 * .pi : angle
      let error = hypot(
        angleRounding + shift, Double(Float(turned).ulp) / 12.0.squareRoot())
      if let residual = LatticeResidual(
        of: turned / (2 * .pi) * steps, deviation: error / (2 * .pi) * steps)
      {
        found.angles.append(residual)
      }
    }
    return found
  }
}
