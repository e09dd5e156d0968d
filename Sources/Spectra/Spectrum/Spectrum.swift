internal import Initializers
package import LinearAlgebra

/// The singular values of a matrix and what follows from them.
package struct Spectrum: Hashable, Sendable {
  /// The singular values, descending; as many as the smaller side.
  package let values: [Double]
  /// The largest, which is the spectral norm ‖W‖₂.
  package let largest: Double
  /// The smallest.
  package let smallest: Double
  /// largest/smallest; infinite from 2²³ = 8 388 608 on, which float32 cannot tell from it.
  package let conditionNumber: Double
  /// The values above max(rows, columns)·2⁻²³·largest, as `torch.linalg.matrix_rank` counts.
  package let rank: Int
  /// What the diagonal of WWᵀ, or of WᵀW for a tall matrix, is expected to be: gain² of an
  /// orthogonal matrix, 1 of eye's and dirac's, else max(rows, columns)·E w².
  package let gramScale: Double
  /// The largest entry of |WWᵀ − s·I| with s the `gramScale`; WᵀW for a tall matrix.
  package let gramDeviation: Double
  /// The deviation that half of all such matrices stay under; nil unless entries of mean 0 are
  /// independent.
  ///
  /// What an orthogonal matrix has is float32's rounding.
  package let usualGramDeviation: Double?
  /// The greatest distance between the shares of the singular values and of Marchenko and
  /// Pastur's law up to any value; nil under another theory.
  ///
  /// A number to compare, with no p-value: singular values repel each other, so their distance is
  /// far smaller than that of independent draws.
  package let kolmogorovDistance: Double?
  /// How many standard deviations the largest value lies from where Tracy and Widom's law has it;
  /// nil under another theory, where the mean of the entries makes it an outlier, and where their
  /// kurtosis moves it.
  package let largestScore: Double?

  /// The deviation relative to the scale; nil for a scale of 0.
  package var relativeGramDeviation: Double? { gramScale > 0 ? gramDeviation / gramScale : nil }

  /// Decomposes a row-major matrix.
  init(
    of matrix: [Float], rows: Int, columns: Int, law weightLaw: Law, theory: SpectrumTheory
  ) throws(LinearAlgebraError) {
    values = try SingularValues.of(matrix, rows: rows, columns: columns)
    largest = values.first ?? 0
    smallest = values.last ?? 0
    let epsilon = Double(Float.ulpOfOne)
    let isSingular = smallest <= epsilon * largest
    conditionNumber = isSingular ? .infinity : largest / smallest
    let tolerance = Double(max(rows, columns)) * epsilon * largest
    rank = values.count { $0 > tolerance }
    let scale = Self.gramScale(weightLaw, longSide: max(rows, columns))
    gramScale = scale
    gramDeviation = try Self.gramDeviation(
      of: matrix, rows: rows, columns: columns, from: scale, largest: largest)
    if case .marchenkoPastur(let law, let outlier) = theory {
      kolmogorovDistance = Self.distance(of: values, from: law)
      let isKnown = outlier == nil && law.hasKnownEdge(kurtosis: weightLaw.kurtosis)
      largestScore = isKnown ? law.score(ofLargest: largest) : nil
      let isCentred = abs(weightLaw.mean) <= 1e-6 * law.std
      let kurtosis = isCentred ? weightLaw.kurtosis : .nan
      usualGramDeviation = GramFluctuation.median(rows: rows, columns: columns, kurtosis: kurtosis)
        .map { $0 * scale }
    } else {
      (kolmogorovDistance, largestScore, usualGramDeviation) = (nil, nil, nil)
    }
  }

  private static func gramScale(_ law: Law, longSide: Int) -> Double {
    switch law {
    case .sphere(let law): law.radius * law.radius
    case .ones: 1
    case .uniform, .normal, .truncatedNormal, .sparse, .constant:
      Double(longSide) * (law.mean * law.mean + law.std * law.std)
    }
  }

  // A power of two keeps the products within float32's range and changes no digit.
  private static func gramDeviation(
    of matrix: [Float], rows: Int, columns: Int, from scale: Double, largest: Double
  ) throws(LinearAlgebraError) -> Double {
    let exponent = largest > 0 ? largest.exponent : 0
    let isFar = abs(exponent) > 30
    let factor = isFar ? Double(sign: .plus, exponent: -Int(exponent), significand: 1) : 1
    let scaled = isFar ? matrix.map { Float(Double($0) * factor) } : matrix
    let deviation = try GramMatrix.largestDeviation(
      of: scaled, rows: rows, columns: columns, from: Float(scale * factor * factor))
    return Double(deviation) / factor / factor
  }

  // sup|Fₙ − F|, taken on both sides of every step.
  private static func distance(of values: [Double], from law: MarchenkoPastur) -> Double {
    let count = Double(values.count)
    var largest = 0.0
    for (index, value) in values.reversed().enumerated() {
      let share = law.distribution(value)
      largest = max(largest, share - Double(index) / count, Double(index + 1) / count - share)
    }
    return largest
  }
}

/// The size up to which singular values are computed.
package enum SpectrumLimit: Hashable, Sendable {
  /// The most rows or columns of the smaller side.
  case order(Int)
  /// The most entries.
  case entries(Int)

  /// The limit that a matrix breaks; nil if none.
  static func broken(rows: Int, columns: Int) -> SpectrumLimit? {
    if min(rows, columns) > MatrixMeasurement.largestOrder {
      return .order(MatrixMeasurement.largestOrder)
    }
    let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
    return overflow || count > MatrixMeasurement.largestCount
      ? .entries(MatrixMeasurement.largestCount) : nil
  }
}

/// A matrix's singular values, or why there are none.
package enum SpectrumOutcome: Hashable, Sendable {
  /// Still to come.
  case pending
  /// There they are.
  case found(Spectrum)
  /// The matrix has no entries.
  case empty
  /// The smaller side, or the number of entries, is beyond what takes about two seconds.
  case tooLarge(SpectrumLimit)
  /// LAPACK refused: an entry is infinite or no number, or a routine failed.
  case refused(LinearAlgebraError)
}
