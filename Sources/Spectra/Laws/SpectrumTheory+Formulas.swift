package import Initializers
package import Words

extension SpectrumTheory {
  /// Whether it is Marchenko and Pastur's law.
  package var isLaw: Bool { if case .marchenkoPastur = self { true } else { false } }

  /// The theory in a few words.
  package var name: Phrase {
    switch self {
    case .marchenkoPastur: .verbatim("Marchenko–Pastur")
    case .spikes(let spikes):
      spikes.count == 1
        ? Phrase("spectrum.all-at", ["value": .text(Numeral.typeset(spikes[0].value))])
        : Phrase("spectrum.spikes")
    case .none: Phrase("spectrum.no-theory")
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
  package var notes: [Phrase] {
    switch self {
    case .marchenkoPastur(let law, let outlier):
      let largest =
        outlier == nil ? Phrase("spectrum.tracy-widom") : Phrase("spectrum.outlier")
      let smallest =
        law.smallestMedian == nil ? Phrase("spectrum.edge") : Phrase("spectrum.edelman")
      // A mean other than 0 has singular value θ.
      return [
        outlier == nil ? Phrase("spectrum.sides") : Phrase("spectrum.sides.outlier"),
        Phrase("spectrum.largest", ["theory": .phrase(largest)]),
        Phrase("spectrum.smallest", ["theory": .phrase(smallest)]),
        .verbatim("Marchenko & Pastur 1967"),
      ]
    case .spikes(let spikes):
      return (spikes.count == 1 ? [Phrase("spectrum.alike")] : [])
        + spikes.map { spike in
          Phrase(
            "spectrum.values", count: spike.count,
            ["value": .text(Numeral.typeset(spike.value))])
        }
    case .none: return [Phrase("spectrum.no-law", ["least": "\(Self.leastEntries)"])]
    }
  }
}
