/// What depth does to gradients and to the angle between inputs.
package enum Phase: String, Hashable, Sendable {
  /// χ⊥ < 1: inputs become alike, gradients vanish.
  case ordered
  /// χ⊥ > 1: like inputs part, gradients explode.
  case chaotic
  /// χ⊥ = 1: neither at an exponential rate.
  case critical

  /// The phase at a susceptibility; nine digits decide what is critical.
  package init(_ perpendicularSusceptibility: Double) {
    let excess = perpendicularSusceptibility - 1
    self = excess > 1e-9 ? .chaotic : excess < -1e-9 ? .ordered : .critical
  }
}
