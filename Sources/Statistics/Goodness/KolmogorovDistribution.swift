internal import CKernels
import Glibc
internal import Mathematics

/// The law of D, the distance of a sample's distribution function from that of its law.
package enum KolmogorovDistribution {
  /// The largest sample whose law is computed exactly; the work grows as n².
  package static let largestExactCount = 1000

  /// Returns P(D ≥ `statistic`) for a sample of `count` from a continuous law known beforehand.
  ///
  /// The exact law up to n = `largestExactCount`, beyond it Pelz and Good's expansion, whose error
  /// falls as n⁻²: both meet to 7·10⁻⁸. For nD² ≥ 4, where P < 7·10⁻⁴, it is twice the one-sided
  /// law, exact to 4·10⁻¹¹ of itself up to n = 5000 and to some 10⁻⁴ of itself from there on.
  /// The choice of methods follows R. Simard, P. L'Ecuyer (2011), doi:10.18637/jss.v039.i11.
  ///
  /// - Complexity: O(n²) up to `largestExactCount`, O(n) in the tail up to 5000, else O(1).
  package static func pValue(statistic: Double, count: Int) -> Double {
    guard count > 0, !statistic.isNaN else { return .nan }
    let n = Double(count)
    let scaled = n * statistic
    if scaled <= 0.5 { return 1 }
    if statistic >= 1 { return 0 }
    let p: Double
    if scaled >= n - 1 && statistic >= 0.5 {
      p = 2 * pow(1 - statistic, n)
    } else if scaled <= 1 {
      // n!·(2D − 1/n)ⁿ: every value must lie near its place.
      p = 1 - factorialRatio(count) * exp(n * (log(2 * scaled - 1) - 1))
    } else if statistic >= 0.5 || scaled * statistic >= 4 {
      p = 2 * oneSidedSurvival(statistic, count: count)
    } else if count <= largestExactCount {
      p = 1 - exactDistribution(statistic, count: count)
    } else {
      p = 1 - expandedDistribution(statistic, count: count)
    }
    return min(max(p, 0), 1)
  }

  /// n!·(e/n)ⁿ.
  static func factorialRatio(_ count: Int) -> Double {
    let n = Double(count)
    return (2 * Double.pi * n).squareRoot() * exp(GammaFunction.stirlingError(n))
  }
}

extension KolmogorovDistribution {
  // Beyond so many steps of one n-th the factor 1/s! is below the rounding of a double.
  private static let longestStep = 22
  // A vector grows by e a step at most; so many steps stay within a double's range.
  private static let stepsBetweenScalings = 128
  private static let scalingExponent = -184

  /// Returns P(D < d) for 1/(2n) < d < 1, exact but for rounding.
  ///
  /// Durbin's matrix H, whose n-th power has the probability as n!/nⁿ times its middle element:
  /// G. Marsaglia, W. W. Tsang, J. Wang (2003), doi:10.18637/jss.v008.i18. Only the middle row of the
  /// power is needed, and, H being its own image across the other diagonal, of half the power.
  static func exactDistribution(_ d: Double, count: Int) -> Double {
    let scaled = Double(count) * d
    let middle = Int(clamping: scaled)
    let order = 2 * middle + 1
    var walk = DurbinWalk(order: order, offset: Double(middle + 1) - scaled)
    var steps = 0
    func advance(to end: Int) {
      while steps < end {
        walk.advance()
        steps += 1
        if steps.isMultiple(of: stepsBetweenScalings) { walk.scale(by: scalingExponent) }
      }
    }
    let half = count / 2
    advance(to: half)
    let (row, exponent) = (walk.row, walk.exponent)
    advance(to: count - half)
    let sum = zip(row, walk.row.reversed()).reduce(0) { $0 + $1.0 * $1.1 }
    let logarithm = -Double(count) + Double(exponent + walk.exponent) * M_LN2
    return sum * factorialRatio(count) * exp(logarithm)
  }

  // A row vector times ever higher powers of Durbin's matrix.
  private struct DurbinWalk {
    // What the row was scaled by, as a power of two: row·2^exponent is the product.
    private(set) var exponent = 0
    // The row between a 0 and as many as a step may reach beyond it.
    private var cells: [Double]
    private var next: [Double]
    private let order: Int
    // 1/s! for steps, (h^s)/s! for what crosses a boundary within a step.
    private let steps: [Double]
    private let crossings: [Double]
    private let corner: Double

    init(order: Int, offset h: Double) {
      self.order = order
      cells = Array(repeating: 0, count: 1 + order + longestStep + 9)
      cells[1 + order / 2] = 1
      next = cells
      var (factors, powers) = ([1.0], [1.0])
      for step in 1...max(order, longestStep) {
        factors.append(factors[step - 1] / Double(step))
        powers.append(powers[step - 1] * h / Double(step))
      }
      steps = Array(factors.prefix(longestStep + 1))
      crossings = Array(powers.prefix(longestStep + 1))
      corner = h > 0.5 ? pow(2 * h - 1, Double(order)) * factors[order] : 0
    }

    var row: ArraySlice<Double> { cells[1...order] }

    mutating func advance() {
      cells.withUnsafeBufferPointer { cells in
        next.withUnsafeMutableBufferPointer { next in
          guard let from = cells.baseAddress, let to = next.baseAddress else { return }
          measuring_durbin_step(from + 1, to + 1, order, steps, steps.count)
          let last = cells[order]
          for index in 1...min(order, KolmogorovDistribution.longestStep) {
            next[1] -= cells[index] * crossings[index]
            next[order + 1 - index] -= last * crossings[index]
          }
          next[1] += last * corner
        }
      }
      swap(&cells, &next)
    }

    mutating func scale(by power: Int) {
      for index in cells.indices { cells[index] = scalbn(cells[index], Int32(power)) }
      exponent -= power
    }
  }

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
