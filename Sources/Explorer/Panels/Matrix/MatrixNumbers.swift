internal import Initializers
internal import Measurements
internal import Spectra

/// The numbers of a matrix beside what theory says of them.
struct MatrixNumbers {
  private(set) var rows: [TheoryRow] = []

  /// Gathers the numbers of a matrix.
  init(_ matrix: MatrixMeasurement) {
    let spectrum = matrix.spectrum
    let (largest, smallest, condition) = Self.theory(matrix)
    let short = min(matrix.rows, matrix.columns)
    rows = [
      TheoryRow(
        name: "σ max", theory: largest, sample: spectrum?.largest ?? .nan,
        z: spectrum?.largestScore, verdict: matrix.edgeObstacle.map { .notChecked($0) },
        importance: 10),
      TheoryRow(
        name: "σ min", theory: smallest, sample: spectrum?.smallest ?? .nan,
        isMedian: matrix.hasMedianSmallest, importance: 9),
      TheoryRow(
        name: "σ ratio", theory: condition, sample: spectrum?.conditionNumber ?? .nan,
        importance: 8),
      gram(matrix),
      TheoryRow(
        name: "rank", theory: nil, sample: spectrum.map { Double($0.rank) } ?? .nan,
        isScale: false, importance: 6),
      TheoryRow(
        name: matrix.theory.isLaw ? "KS D" : "order", theory: nil,
        sample: matrix.theory.isLaw ? spectrum?.kolmogorovDistance ?? .nan : Double(short),
        isScale: false, importance: 3),
      TheoryRow(name: "‖W‖F", theory: nil, sample: matrix.picture.frobeniusNorm, importance: 5),
    ]
  }

  // Of an orthogonal matrix the product is gain²·I but for rounding.
  private func gram(_ matrix: MatrixMeasurement) -> TheoryRow {
    let deviation = matrix.spectrum?.gramDeviation ?? .nan
    let isOrthogonal = matrix.recipe.initializer.method == .orthogonal
    return TheoryRow(
      name: matrix.gramName, theory: isOrthogonal ? 0 : matrix.spectrum?.usualGramDeviation,
      sample: deviation, isMedian: !isOrthogonal,
      verdict: isOrthogonal ? Self.orthogonality(matrix) : nil, importance: 7)
  }

  private static func orthogonality(_ matrix: MatrixMeasurement) -> StructureFact.Verdict? {
    if case .tooLarge(let limit) = matrix.outcome {
      switch limit {
      case .order(let most): return .notChecked(.order(most))
      case .entries(let most): return .notChecked(.entries(most))
      }
    }
    guard let spectrum = matrix.spectrum else { return nil }
    guard let relative = spectrum.relativeGramDeviation else {
      return spectrum.gramDeviation == 0 ? .holds : .fails
    }
    if matrix.recipe.law.std < Double(Float.leastNormalMagnitude) { return .notChecked(.subnormal) }
    return relative <= 1e-5 ? .holds : .fails
  }

  private static func theory(
    _ matrix: MatrixMeasurement
  ) -> (largest: Double?, smallest: Double?, condition: Double?) {
    switch matrix.theory {
    case .marchenkoPastur(let law, let outlier):
      // The ratio is that of the two numbers beside it.
      let largest = outlier?.value ?? law.edgeFluctuation?.mean ?? law.upper
      return (largest, law.usualSmallest, largest / law.usualSmallest)
    case .spikes(let spikes):
      guard let first = spikes.first, let last = spikes.last else { return (nil, nil, nil) }
      return (first.value, last.value, last.value > 0 ? first.value / last.value : .infinity)
    case .none: return (nil, nil, nil)
    }
  }
}
