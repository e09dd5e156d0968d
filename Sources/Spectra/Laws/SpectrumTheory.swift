package import Initializers
package import Words

/// What a recipe says of the singular values of its matrix.
package enum SpectrumTheory: Hashable, Sendable {
  /// Independent entries; a mean other than 0 may push one value out of the law's interval.
  case marchenkoPastur(MarchenkoPastur, outlier: Outlier?)
  /// Values known exactly, descending, with how often each occurs.
  case spikes([Spike])
  /// Nothing is known.
  case none

  /// Works out what a recipe says of a matrix of its weights.
  ///
  /// Marchenko and Pastur's law needs more than a few entries in every row and column: a matrix
  /// with fewer than `leastEntries` that are not zero in one of its lines has no theory.
  package init(_ source: any WeightSource, rows: Int, columns: Int) {
    let law = source.law
    guard rows > 0, columns > 0 else {
      self = .none
      return
    }
    switch law {
    case .uniform, .normal, .truncatedNormal:
      self.init(mean: law.mean, std: law.std, rows: rows, columns: columns)
    case .sparse(_, let zeros, _):
      let inColumn = rows - zeros
      let inRow = Double(inColumn) * Double(columns) / Double(rows)
      if min(Double(inColumn), inRow) < Double(Self.leastEntries), law.std != 0 {
        self = .none
      } else {
        self.init(mean: 0, std: law.std, rows: rows, columns: columns)
      }
    case .sphere(let law):
      self = Self.spikes([(abs(law.radius), min(rows, columns))], of: min(rows, columns))
    case .constant(let value):
      self.init(mean: value, std: 0, rows: rows, columns: columns)
    case .ones(let count, _):
      // dirac's groups repeat the same input channels: √groups for each of these.
      var groups = 1
      let call = source.tensor.initializer
      if call.method == .dirac, case .count(let number) = call[.groups] {
        groups = max(1, number)
      }
      self = Self.spikes([(Double(groups).squareRoot(), count / groups)], of: min(rows, columns))
    }
  }

  /// The fewest entries other than 0 that a matrix must have in its rows and columns for
  /// Marchenko and Pastur's law to be near: at 8 it is off by some hundredths.
  package static let leastEntries = 8

  private init(mean: Double, std: Double, rows: Int, columns: Int) {
    guard mean.isFinite, std.isFinite else {
      self = .none
      return
    }
    let strength = abs(mean) * (Double(rows) * Double(columns)).squareRoot()
    if let law = MarchenkoPastur(rows: rows, columns: columns, std: std) {
      guard min(rows, columns) >= Self.leastEntries else {
        self = .none
        return
      }
      self = .marchenkoPastur(law, outlier: Outlier(of: law, mean: mean, strength: strength))
    } else {
      self = Self.spikes([(strength, 1)], of: min(rows, columns))
    }
  }

  private static func spikes(_ spikes: [(value: Double, count: Int)], of total: Int) -> Self {
    guard spikes.allSatisfy({ $0.value.isFinite }) else { return .none }
    let known = spikes.filter { $0.value > 0 && $0.count > 0 }
    let zeros = total - known.reduce(0) { $0 + $1.count }
    let all = known + (zeros > 0 ? [(0, zeros)] : [])
    return .spikes(all.map { Spike(value: $0.value, count: $0.count) })
  }

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
      let largest = outlier == nil ? Phrase("spectrum.tracy-widom") : Phrase("spectrum.outlier")
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
