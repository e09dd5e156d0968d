private import Glibc

/// The law that the singular values of a matrix of independent entries follow as it grows.
///
/// For p ≤ n the sides, y = p/n and entries of mean 0 and standard deviation σ, the min(rows,
/// columns) singular values s fill [σ(√n − √p), σ(√n + √p)]; zeros beyond the smaller side are not
/// counted. Marchenko & Pastur 1967, doi:10.1070/SM1967v001n04ABEH001994, whose eigenvalues are
/// x = s²/(σ²n) with density √((b − x)(x − a))/(2πyx), a, b = (1 ∓ √y)².
package struct MarchenkoPastur: Hashable, Sendable {
  /// The matrix's rows.
  package let rows: Int
  /// The matrix's columns.
  package let columns: Int
  /// The standard deviation σ of an entry.
  package let std: Double

  /// Makes the law; nil for an empty matrix, or unless σ is positive and finite.
  package init?(rows: Int, columns: Int, std: Double) {
    guard rows > 0, columns > 0, std > 0, std.isFinite else { return nil }
    (self.rows, self.columns, self.std) = (rows, columns, std)
  }

  /// The lower edge, σ(√n − √p).
  package var lower: Double { std * (rootLong - rootShort) }

  /// The upper edge, σ(√n + √p).
  package var upper: Double { std * (rootLong + rootShort) }

  /// The density of the singular values, √((b − x)(x − a))/(πyu)/(σ√n) with u = √x = s/(σ√n).
  package func density(_ value: Double) -> Double {
    let place = place(of: value)
    guard place > -1, place < 1 else {
      // A square matrix's density does not vanish at 0: a quarter of a circle.
      return rows == columns && value == 0 ? 2 / (Double.pi * std * rootShort) : 0
    }
    let height: Double
    if rows == columns {
      height = ((1 - place) * (3 + place)).squareRoot() / 2
    } else {
      height = cosine(place) / (1 + ratio * place)
    }
    return 2 * height / (Double.pi * std * rootShort)
  }

  /// The share of the singular values up to a value, in closed form.
  package func distribution(_ value: Double) -> Double {
    let place = place(of: value)
    guard place > -1 else { return 0 }
    guard place < 1 else { return place.isNaN ? .nan : 1 }
    // With x = 1 + y + 2√y·sin α and cos β = (1 − y)·cos α/x the integral of the density is
    // ½ + (R + (1 + y)α − (1 − y)β)/(2πy), R = 2√y·cos α. For a long matrix the terms cancel to
    // the order of y, so α − β is found by itself.
    let y = ratio * ratio
    let sine = place + ratio * (place * place - 1) / 2
    let cosine = cosine(place)
    let alpha = atan2(sine, cosine)
    let difference = atan2(
      -2 * ratio * cosine * (1 + ratio * sine),
      1 - y + 2 * y * sine * sine + 2 * ratio * sine)
    let sum = 2 * ratio * cosine + (1 - y) * difference + 2 * y * alpha
    return min(1, max(0, 0.5 + sum / (2 * Double.pi * y)))
  }

  // Where a value lies between the edges, from −1 to 1.
  private func place(of value: Double) -> Double { (value / std - rootLong) / rootShort }

  // cos α = √(1 − sin²α), factored so that nothing cancels at the edges.
  private func cosine(_ place: Double) -> Double {
    let square =
      (1 - place) * (1 + place) * (1 + ratio * (place - 1) / 2) * (1 + ratio * (place + 1) / 2)
    return max(0, square).squareRoot()
  }

  private var rootShort: Double { Double(min(rows, columns)).squareRoot() }
  private var rootLong: Double { Double(max(rows, columns)).squareRoot() }
  // √y.
  private var ratio: Double { rootShort / rootLong }

  /// What the largest singular value of a finite matrix usually is, and how far it strays.
  ///
  /// (s²/σ² − μ)/τ tends to the Tracy–Widom law of order 1, with μ = (√(n − 1) + √p)² and
  /// τ = (√(n − 1) + √p)(1/√(n − 1) + 1/√p)^⅓ for sides p ≤ n: Johnstone 2001, theorem 1.1,
  /// doi:10.1214/aos/1009210544. Nil for a single entry.
  package var edgeFluctuation: EdgeFluctuation? {
    guard let (centre, scale) = eigenvalueScaling else { return nil }
    let mean = max(0, centre + scale * TracyWidom.mean).squareRoot()
    guard mean > 0 else { return nil }
    return EdgeFluctuation(mean: std * mean, std: std * scale * TracyWidom.std / (2 * mean))
  }

  /// How many standard deviations the largest singular value lies from its mean under the
  /// Tracy–Widom law, which leans to the right: 2.5 is exceeded once in a hundred times.
  package func score(ofLargest value: Double) -> Double? {
    guard let (centre, scale) = eigenvalueScaling else { return nil }
    let relative = value / std
    return ((relative * relative - centre) / scale - TracyWidom.mean) / TracyWidom.std
  }

  /// Whether the largest singular value of entries of a kurtosis follows that law at this size.
  ///
  /// A kurtosis κ other than 3 moves it by about 0.75·(κ − 3)/∛p standard deviations, p the shorter
  /// side: simulated for uniform and sparse normal entries of 64×64 to 400×400, and in proportion to
  /// the fourth cumulant as in J. Y. Hwang, J. O. Lee, K. Schnelli (2019), doi:10.1214/19-AAP1472.
  /// Up to 0.4 of them pass.
  package func hasKnownEdge(kurtosis: Double) -> Bool {
    abs(kurtosis - 3) <= 0.5 * cbrt(Double(min(rows, columns)))
  }

  private var eigenvalueScaling: (centre: Double, scale: Double)? {
    guard max(rows, columns) > 1 else { return nil }
    let long = (Double(max(rows, columns)) - 1).squareRoot()
    let short = Double(min(rows, columns)).squareRoot()
    return ((long + short) * (long + short), (long + short) * cbrt(1 / long + 1 / short))
  }
}

/// The Tracy–Widom law of order 1; Bornemann 2010, arXiv:0904.1581, table 8.
private enum TracyWidom {
  static let mean = -1.2065335745820
  static let std = 1.6077810345810.squareRoot()
}

extension MarchenkoPastur {
  /// What the smallest singular value of a finite matrix usually is: the lower edge, or Edelman's
  /// median of a square matrix, whose lower edge is 0.
  package var usualSmallest: Double { smallestMedian ?? lower }

  /// The value that half of all square matrices' smallest singular values exceed, σt/√N with
  /// t = √(1 + 2·ln 2) − 1 ≈ 0.5448; nil for other shapes.
  ///
  /// Of N×N independent entries P(√N·s/σ > t) tends to exp(−t²/2 − t): Edelman 1988,
  /// corollary 3.1, doi:10.1137/0609045.
  package var smallestMedian: Double? {
    guard rows == columns else { return nil }
    return std * ((1 + 2 * M_LN2).squareRoot() - 1) / Double(rows).squareRoot()
  }
}

/// The mean and standard deviation of a matrix's largest singular value.
package struct EdgeFluctuation: Hashable, Sendable {
  /// The mean.
  package let mean: Double
  /// The standard deviation.
  package let std: Double
}
