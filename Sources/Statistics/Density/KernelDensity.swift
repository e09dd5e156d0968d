import Glibc
private import Mathematics

/// A Gaussian kernel density of the values a fine histogram counted.
///
/// Each cell stands for its values spread evenly over it, by adding width²/12 to the kernel's
/// variance. Mass beyond a bound is reflected there, without which the density reads half the
/// truth at an edge: B. W. Silverman, Density estimation for statistics and data analysis (1986),
/// §2.10 and eq. 3.31.
package struct KernelDensity: Sendable {
  /// The standard deviation of the kernel.
  package let bandwidth: Double
  /// The lower and the upper bound to reflect at, if any.
  package let reflection: (lower: Double?, upper: Double?)

  private let weights: [Double]
  private let firstCenter: Double
  private let spacing: Double
  private let kernelDeviation: Double

  /// Creates a density; nil without values or without a bandwidth above 0.
  package init?(
    histogram: FineHistogram, bandwidth: Double, lower: Double? = nil, upper: Double? = nil
  ) {
    let total = histogram.total
    guard total > 0, bandwidth > 0, bandwidth.isFinite else { return nil }
    let grid = histogram.grid
    self.bandwidth = bandwidth
    reflection = (lower, upper)
    // Cells of a thirty-second of the kernel do; finer ones cost time and change nothing.
    let ratio = grid.cellWidth > 0 ? bandwidth / 32 / grid.cellWidth : 1
    var size = ratio >= 2 ? Int(clamping: min(ratio, Double(grid.cellCount))) : 1
    while grid.cellCount % size != 0 { size -= 1 }
    let counts = histogram.counts
    let groups = stride(from: counts.startIndex, to: counts.endIndex, by: size)
    let norm = 1 / Double(total)
    weights = groups.map { start in norm * Double(counts[start..<(start + size)].reduce(0, +)) }
    spacing = grid.cellWidth * Double(size)
    firstCenter = grid.low + spacing / 2
    kernelDeviation = (bandwidth * bandwidth + spacing * spacing / 12).squareRoot()
  }

  /// Returns Silverman's bandwidth 0.9·min(s, IQR/1.34)·n^(−1/5), or nil where nothing varies.
  ///
  /// Where the quartiles coincide, s alone decides.
  package static func silvermanBandwidth(
    count: Int, standardDeviation: Double, interquartileRange: Double
  ) -> Double? {
    guard count > 1, standardDeviation > 0, standardDeviation.isFinite else { return nil }
    let spread =
      interquartileRange > 0 ? min(standardDeviation, interquartileRange / 1.34) : standardDeviation
    return 0.9 * spread * pow(Double(count), -0.2)
  }

  /// Returns the densities at some points; 0 beyond a bound.
  package func values(at points: [Double]) -> [Double] {
    points.map { value(at: $0) }
  }

  /// Returns the density at a point; 0 beyond a bound.
  package func value(at point: Double) -> Double {
    guard point.isFinite else { return point.isNaN ? .nan : 0 }
    if let lower = reflection.lower, point < lower { return 0 }
    if let upper = reflection.upper, point > upper { return 0 }
    var sum = kernelSum(at: point)
    if let lower = reflection.lower { sum += kernelSum(at: 2 * lower - point) }
    if let upper = reflection.upper { sum += kernelSum(at: 2 * upper - point) }
    return sum / (kernelDeviation * (2 * Double.pi).squareRoot())
  }

  /// Σ weight·exp(−(x − center)²/2h²), outwards from the nearest cell as far as 8.5 h.
  ///
  /// From cell to cell the kernel changes by a factor that itself changes by a constant factor, so
  /// that two multiplications replace each exponential.
  private func kernelSum(at point: Double) -> Double {
    guard spacing > 0 else {
      let u = (point - firstCenter) / kernelDeviation
      return weights.reduce(0, +) * exp(-u * u / 2)
    }
    let position = ((point - firstCenter) / spacing).rounded()
    let reach = (8.5 * kernelDeviation / spacing).rounded(.up)
    let last = Double(weights.count - 1)
    guard position >= -reach, position <= last + reach else { return 0 }
    let nearest = min(max(position, 0), last)
    let step = spacing / kernelDeviation
    let offset = (firstCenter + nearest * spacing - point) / kernelDeviation
    let center = Int(clamping: nearest)
    let cells = Int(clamping: min(reach, last)) + 1
    let peak = exp(-offset * offset / 2)
    let shrink = exp(-step * step)
    var rightward = (value: peak, factor: exp(-step * offset - step * step / 2))
    var leftward = (value: peak, factor: exp(step * offset - step * step / 2))
    var sum = weights[center] * peak
    weights.withUnsafeBufferPointer { weights in
      for distance in 1...cells {
        rightward.value *= rightward.factor
        rightward.factor *= shrink
        leftward.value *= leftward.factor
        leftward.factor *= shrink
        if center + distance < weights.count {
          sum += weights[center + distance] * rightward.value
        }
        if center - distance >= 0 { sum += weights[center - distance] * leftward.value }
      }
    }
    return sum
  }
}
