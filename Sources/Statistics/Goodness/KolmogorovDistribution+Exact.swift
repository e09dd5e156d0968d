internal import CKernels
import Glibc
private import Mathematics

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
}
