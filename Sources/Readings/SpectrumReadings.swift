internal import Initializers
package import Measurements
package import Spectra

/// What there is to read of a tensor as a matrix.
package enum SpectrumName: String, CaseIterable, Sendable {
  case largest = "sigma_max"
  case smallest = "sigma_min"
  case condition
  case gramOfRows = "gram_rows"
  case gramOfColumns = "gram_columns"
  case rank
  case distance = "spectrum_ks"
  case order
  case norm = "frobenius"
}

/// The readings of a tensor as a matrix.
package struct SpectrumReadings {
  private let matrix: MatrixMeasurement
  private let theory: (largest: Double?, smallest: Double?, condition: Double?)

  /// Reads a matrix.
  package init(_ matrix: MatrixMeasurement) {
    self.matrix = matrix
    theory = Self.theory(matrix)
  }

  /// Everything there is to read, in the order of tables.
  package var all: [Reading] { names.map { self[$0] } }

  /// Which product of the matrix and its transpose has the length of the smaller side.
  package var gram: SpectrumName { matrix.rows <= matrix.columns ? .gramOfRows : .gramOfColumns }

  private var names: [SpectrumName] {
    [.largest, .smallest, .condition, gram, .rank, matrix.theory.isLaw ? .distance : .order, .norm]
  }

  /// One reading; without numbers where the matrix has none of that name.
  package subscript(name: SpectrumName) -> Reading {
    let spectrum = matrix.spectrum
    func reading(
      _ unit: Reading.Unit, _ importance: Int, isScale: Bool = true, theory: Double? = nil,
      isMedian: Bool = false, sample: Double?, z: Double? = nil,
      verdict: StructureFact.Verdict? = nil
    ) -> Reading {
      Reading(
        name: .spectrum(name), unit: unit, importance: importance, isScale: isScale,
        theory: theory, isMedian: isMedian, sample: sample, z: z, verdict: verdict)
    }
    switch name {
    case .largest:
      return reading(
        .weight, 10, theory: theory.largest, sample: spectrum?.largest,
        z: spectrum?.largestScore,
        verdict: matrix.edgeObstacle.map { .notChecked($0) })
    case .smallest:
      return reading(
        .weight, 9, theory: theory.smallest, isMedian: matrix.hasMedianSmallest,
        sample: spectrum?.smallest)
    case .condition:
      return reading(.none, 8, theory: theory.condition, sample: spectrum?.conditionNumber)
    case .gramOfRows, .gramOfColumns:
      guard name == gram else { return reading(.squaredWeight, 7, sample: nil) }
      // Of an orthogonal matrix the product is gain²·I but for rounding.
      let isOrthogonal = matrix.source.tensor.initializer.method == .orthogonal
      return reading(
        .squaredWeight, 7, theory: isOrthogonal ? 0 : spectrum?.usualGramDeviation,
        isMedian: !isOrthogonal, sample: spectrum?.gramDeviation,
        verdict: isOrthogonal ? orthogonality : nil)
    case .rank: return reading(.count, 6, isScale: false, sample: spectrum.map { Double($0.rank) })
    case .distance: return reading(.share, 3, isScale: false, sample: spectrum?.kolmogorovDistance)
    case .order:
      return reading(.count, 3, isScale: false, sample: Double(min(matrix.rows, matrix.columns)))
    case .norm: return reading(.weight, 5, sample: matrix.picture.frobeniusNorm)
    }
  }

  private var orthogonality: StructureFact.Verdict? {
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
    if matrix.law.std < Double(Float.leastNormalMagnitude) { return .notChecked(.subnormal) }
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

extension MatrixMeasurement {
  /// Whether the theory of the smallest singular value is a median: Edelman's, of a square matrix.
  package var hasMedianSmallest: Bool {
    if case .marchenkoPastur(let law, _) = theory { law.smallestMedian != nil } else { false }
  }

  /// Why the largest singular value has a theory and no test.
  package var edgeObstacle: TestObstacle? {
    guard case .marchenkoPastur(let law, outlier: nil) = theory,
      !law.hasKnownEdge(kurtosis: self.law.kurtosis)
    else { return nil }
    return .kurtosis(self.law.kurtosis)
  }
}
