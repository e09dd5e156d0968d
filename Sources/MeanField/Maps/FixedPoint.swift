/// A mean square q* that the length map leaves as it is.
package struct FixedPoint: Hashable, Sendable {
  /// What becomes of a mean square near q*.
  package enum Stability: Hashable, Sendable {
    /// It goes to q*: χ∥ < 1.
    case stable
    /// It leaves q*: χ∥ > 1.
    case unstable
    /// It goes to q* from one side only: χ∥ = 1.
    case halfStable
    /// It stays where it is: every mean square is a fixed point.
    case neutral
  }

  /// q*.
  package let length: Double
  /// What becomes of a mean square near it.
  package let stability: Stability
  /// χ∥(q*) = σw²·V′(q*).
  package let parallelSusceptibility: Double
  /// χ⊥(q*) = σw²·D(q*).
  package let perpendicularSusceptibility: Double

  /// ξ_q = −1/ln χ∥: the layers in which a distance from q* falls to 1/e.
  package var lengthScale: Double { LengthMap.depthScale(parallelSusceptibility) }
}
