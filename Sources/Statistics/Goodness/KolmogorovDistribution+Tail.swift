import Glibc

extension KolmogorovDistribution {
  private static let largestSummedCount = 5000

  /// Returns P(D⁺ ≥ d), D⁺ being the greatest excess of Fₙ over F.
  ///
  /// d·Σ C(n, j)·(d + j/n)^(j−1)·(1 − d − j/n)^(n−j) over 0 ≤ j ≤ n(1 − d): N. Smirnov (1944). For
  /// large n its expansion exp(−t)·(1 − (2t² − 4t − 1)/(18n)) with t = (6nd + 1)²/(18n), as in
  /// R. Simard, P. L'Ecuyer (2011), doi:10.18637/jss.v039.i11, section 2.3.
  static func oneSidedSurvival(_ d: Double, count: Int) -> Double {
    let n = Double(count)
    guard count <= largestSummedCount else {
      let t = (6 * n * d + 1) * (6 * n * d + 1) / (18 * n)
      return max(0, exp(-t) * (1 - (2 * t * t - 4 * t - 1) / (18 * n)))
    }
    var sign: Int32 = 0
    let all = lgamma_r(n + 1, &sign)
    var sum = 0.0
    for index in 0..<count {
      let j = Double(index)
      let rest = 1 - d - j / n
      guard rest > 0 else { break }
      let choices = all - lgamma_r(j + 1, &sign) - lgamma_r(n - j + 1, &sign)
      sum += exp(choices + (j - 1) * log(d + j / n) + (n - j) * log(rest))
    }
    return d * sum
  }

  /// Returns P(D < d) for large n, to 0.06/n².
  ///
  /// K₀(z) + K₁(z)/√n + K₂(z)/n + K₃(z)/n^(3/2) with z = √n·d: W. Pelz, I. J. Good, J. R. Stat. Soc.
  /// B 38, 152 (1976), doi:10.1111/j.2517-6161.1976.tb01579.x.
  static func expandedDistribution(_ d: Double, count: Int) -> Double {
    let n = Double(count)
    let z = n.squareRoot() * d
    // Below, every term is less than the least double.
    guard z > 0.045 else { return 0 }
    let (z2, pi2) = (z * z, Double.pi * Double.pi)
    let (z4, z6) = (z2 * z2, z2 * z2 * z2)
    var (k0, k1, k2, k3) = (0.0, 0.0, 0.0, 0.0)
    for index in 0..<8 {
      // (k + ½)²π², for k and −k − 1 alike.
      let a = (Double(index) + 0.5) * (Double(index) + 0.5) * pi2
      let weight = exp(-a / (2 * z2))
      k0 += weight
      k1 += (a - z2) * weight
      k2 += ((6 * z6 + 2 * z4) + (2 * z4 - 5 * z2) * a + (1 - 2 * z2) * a * a) * weight
      k3 +=
        (-(30 * z6 + 90 * z4 * z4) + (135 * z4 - 96 * z6) * a
          + (212 * z4 - 60 * z2) * a * a + (5 - 30 * z2) * a * a * a) * weight
    }
    var (even2, even3) = (0.0, 0.0)
    for index in 1..<8 {
      let a = Double(index * index) * pi2
      let weight = exp(-a / (2 * z2))
      even2 += a * weight
      even3 += (3 * z2 - a) * a * weight
    }
    let root = (2 * Double.pi).squareRoot()
    let z3 = z2 * z
    let second = root * (k2 / (72 * z6 * z) - even2 / (36 * z3))
    let third = root * (k3 / (6480 * z6 * z4) + even3 / (216 * z6))
    let first = root * k1 / (6 * z4)
    return root * k0 / z + first / n.squareRoot() + second / n + third / (n * n.squareRoot())
  }
}
