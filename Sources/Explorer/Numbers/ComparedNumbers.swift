internal import Initializers
internal import Measurements
internal import Statistics

/// The numbers of two samples beside each other.
struct ComparedNumbers {
  /// One quantity of both.
  struct Row: NumberRow {
    let name: String
    let a: Double
    let b: Double
    /// Whether it is a law's number rather than a sample's.
    let isTheory: Bool
    /// Whether its ratio says something: a scale, not a place.
    let isScale: Bool
    let importance: Int
  }

  let rows: [Row]

  /// Compares quantities that are given.
  init(rows: [Row]) { self.rows = rows }

  /// Compares A with B; NaN stands for what one of them has not.
  init(_ a: Measurement?, _ b: Measurement) {
    let scoresOfA = a.map { Scores($0) }
    let scoresOfB = Scores(b)
    func row(
      _ name: String, _ importance: Int, isTheory: Bool = false, isScale: Bool = true,
      _ value: (Measurement, Scores) -> Double?
    ) -> Row {
      let first = a.flatMap { a in scoresOfA.flatMap { value(a, $0) } }
      return Row(
        name: name, a: first ?? .nan, b: value(b, scoresOfB) ?? .nan, isTheory: isTheory,
        isScale: isScale, importance: importance)
    }
    rows = [
      row("mean", 7, isScale: false) { $1.mean.sample },
      row("std law", 10, isTheory: true) { measurement, _ in
        measurement.recipe.law.ofDrawnWeights.std
      },
      row("std", 9) { measurement, _ in measurement.moments.standardDeviation },
      row("bound", 8, isTheory: true) { $1.bound.theory },
      row("kurt.", 3, isScale: false) { measurement, _ in
        measurement.moments.excessKurtosis + 3
      },
      row("min", 4) { $1.minimum.sample },
      row("max", 5) { $1.maximum.sample },
      row("KS p", 6, isScale: false) { measurement, _ in
        measurement.kolmogorovProbability
      },
      row("weights", 2) { measurement, _ in Double(measurement.drawnCount) },
    ]
  }
}
