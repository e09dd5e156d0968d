private import Glibc

extension MarchenkoPastur {
  /// What the largest singular value of a finite matrix usually is, and how far it strays.
  ///
  /// (s²/σ² − μ)/τ tends to the Tracy–Widom law of order 1, with μ = (√(n − 1) + √p)² and
  /// τ = (√(n − 1) + √p)(1/√(n − 1) + 1/√p)^⅓ for sides p ≤ n: Johnstone 2001, theorem 1.1,
  /// doi:10.1214/aos/1009210544. Nil for a single entry.
  package var edgeFluctuation: EdgeFluctuation? {
    guard let (centre, scale) = eigenvalueScaling else { return nil }
    let mean = max(0, centre + scale * TracyWidom.mean).squareRoot()
    guard mean > 0 else { return nil }
    return EdgeFluctuation(
      mean: std * mean, std: std * scale * TracyWidom.std / (2 * mean))
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
