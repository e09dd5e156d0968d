private import Glibc

extension MarchenkoPastur {
  /// What the largest singular value of a finite matrix usually is, and how far it strays.
  ///
  /// (s²/σ² − μ)/τ tends to the Tracy–Widom law of order 1, with μ = (√(n − 1) + √p)² and
  /// τ = (√(n − 1) + √p)(1/√(n − 1) + 1/√p)^⅓ for sides p ≤ n: Johnstone 2001, theorem 1.1,
  /// doi:10.1214/aos/1009210544. Nil for a single entry.
  public var edgeFluctuation: EdgeFluctuation? {
    guard let (centre, scale) = eigenvalueScaling else { return nil }
    let mean = max(0, centre + scale * TracyWidom.mean).squareRoot()
    guard mean > 0 else { return nil }
    return EdgeFluctuation(
      mean: std * mean, std: std * scale * TracyWidom.std / (2 * mean))
  }

  /// How many standard deviations the largest singular value lies from its mean under the
  /// Tracy–Widom law, which leans to the right: 2.5 is exceeded once in a hundred times.
  public func score(ofLargest value: Double) -> Double? {
    guard let (centre, scale) = eigenvalueScaling else { return nil }
    let relative = value / std
    return ((relative * relative - centre) / scale - TracyWidom.mean) / TracyWidom.std
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
