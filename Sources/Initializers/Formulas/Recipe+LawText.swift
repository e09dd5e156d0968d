package import Words

extension Recipe {
  /// The law as text: `W ~ U(−0.125, 0.125)`.
  package var lawText: Phrase {
    switch law {
    case .uniform(let low, let high):
      let ends = Numeral.ends(low, high)
      return .verbatim("W ~ U(\(ends.low), \(ends.high))")
    case .normal(let mean, let std): return .verbatim("W ~ \(Self.normal(mean, std))")
    case .truncatedNormal(let cut):
      let ends = Numeral.ends(cut.low, cut.high)
      return Phrase(
        "law.cut",
        [
          "normal": .text(Self.normal(cut.location, cut.scale)), "low": .text(ends.low),
          "high": .text(ends.high),
        ])
    case .sphere(let sphere):
      return Phrase("law.sphere", ["radius": .text(Numeral.typeset(sphere.radius))])
    case .sparse(let std, _, _): return Phrase("law.sparse", ["normal": .text(Self.normal(0, std))])
    case .constant(let value): return .verbatim("W = \(Numeral.typeset(value))")
    case .ones: return Phrase("law.ones")
    }
  }

  // The mean with the digits that count beside the standard deviation.
  private static func normal(_ mean: Double, _ std: Double) -> String {
    "N(\(Numeral.typeset(mean, resolving: std)), \(Term.square(.number(std)).numbers()))"
  }
}
