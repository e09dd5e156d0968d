package import Initializers

extension SpectrumTheory {
  /// Whether it is Marchenko and Pastur's law.
  package var isLaw: Bool { if case .marchenkoPastur = self { true } else { false } }

  /// The theory in a few words.
  package var name: String {
    switch self {
    case .marchenkoPastur: "Marchenko–Pastur"
    case .spikes(let spikes):
      spikes.count == 1 ? "all at \(Numeral.typeset(spikes[0].value))" : "spikes"
    case .none: "no theory"
    }
  }

  /// The equations with their numbers.
  ///
  /// Of independent entries: σ± = std·(√m ± √n) with m the longer and n the shorter side
  /// (Marchenko & Pastur 1967, doi:10.1070/SM1967v001n04ABEH001994).
  package var formulas: [Formula] {
    switch self {
    case .marchenkoPastur(let law, let outlier):
      let (long, short) = (max(law.rows, law.columns), min(law.rows, law.columns))
      let (m, n) = (Term.named("m", .count(long)), Term.named("n", .count(short)))
      let std = Term.named("std", .number(law.std))
      var formulas = [
        Formula("σ₊", std * (.root(m) + .root(n)), result: law.upper),
        Formula("σ₋", std * (.root(m) - .root(n)), result: law.lower),
      ]
      if let outlier {
        let strength = Term.named("θ", .number(outlier.strength))
        let square = Term.square(strength)
        formulas += [
          Formula(
            "θ", .absolute(.named("mean", .number(outlier.mean))) * .root(m * n),
            result: outlier.strength),
          Formula(
            "outlier",
            .root((square + .square(std) * m) * (square + .square(std) * n)) / strength,
            result: outlier.value),
        ]
      }
      return formulas
    case .spikes(let spikes):
      return spikes.map { Formula("σ", .number($0.value), result: $0.value) }
    case .none: return []
    }
  }

  /// What else there is to say, a sentence a line.
  package var notes: [String] {
    switch self {
    case .marchenkoPastur(let law, let outlier):
      let largest = outlier == nil ? "Tracy–Widom's mean" : "the outlier"
      let smallest = law.smallestMedian == nil ? "the edge" : "Edelman's median"
      // A mean other than 0 has singular value θ.
      return [
        outlier == nil ? "m ≥ n: the two sides" : "m ≥ n: sides; θ of the mean alone",
        "σ max: \(largest)", "σ min: \(smallest)", "Marchenko & Pastur 1967",
      ]
    case .spikes(let spikes):
      return (spikes.count == 1 ? ["every direction is scaled alike"] : [])
        + spikes.map { spike in
          let values = spike.count == 1 ? "1 singular value" : "\(spike.count) singular values"
          return "\(values) at \(Numeral.typeset(spike.value))"
        }
    case .none: return ["no law: fewer than \(Self.leastEntries) weights in a row or column"]
    }
  }
}
