extension Recipe {
  /// The law as text: `W ~ U(−0.125, 0.125)`.
  package var lawText: String {
    switch law {
    case .uniform(let low, let high):
      let ends = Numeral.ends(low, high)
      return "W ~ U(\(ends.low), \(ends.high))"
    case .normal(let mean, let std): return "W ~ \(Self.normal(mean, std))"
    case .truncatedNormal(let cut):
      let ends = Numeral.ends(cut.low, cut.high)
      return "W ~ \(Self.normal(cut.location, cut.scale)) on [\(ends.low), \(ends.high)]"
    case .sphere(let sphere):
      return "W on a sphere of radius \(Numeral.typeset(sphere.radius))"
    case .sparse(let std, _, _): return "W = 0 or W ~ \(Self.normal(0, std))"
    case .constant(let value): return "W = \(Numeral.typeset(value))"
    case .ones: return "W = 0 or 1"
    }
  }

  // The mean with the digits that count beside the standard deviation.
  private static func normal(_ mean: Double, _ std: Double) -> String {
    "N(\(Numeral.typeset(mean, resolving: std)), \(Term.square(.number(std)).numbers()))"
  }
}
