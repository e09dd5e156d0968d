internal import Initializers
private import Mathematics
internal import Statistics

/// A sample's kernel density at equally spaced points.
package struct DensityEstimate: Equatable, Sendable {
  /// The first point.
  package let low: Double
  /// The last point.
  package let high: Double
  /// The densities, from `low` to `high`.
  package let values: [Double]
  /// The standard deviation of the kernel.
  package let bandwidth: Double

  private static let pointCount = 241

  /// Estimates the density with Silverman's bandwidth, reflected at a law's ends.
  init?(_ histogram: FineHistogram, moments: Moments, law: Law) {
    guard
      let bandwidth = KernelDensity.silvermanBandwidth(
        count: moments.count, standardDeviation: moments.standardDeviation,
        interquartileRange: histogram.interquartileRange)
    else { return nil }
    let ends = law.ofDrawnWeights.support
    guard
      let kernel = KernelDensity(
        histogram: histogram, bandwidth: bandwidth,
        lower: ends.map { Double(Float($0.low)) }, upper: ends.map { Double(Float($0.high)) })
    else { return nil }
    let (low, high) = (histogram.grid.low, histogram.grid.high)
    self.low = low
    self.high = high
    self.bandwidth = bandwidth
    let spacing = (high - low) / Double(Self.pointCount - 1)
    values = kernel.values(at: (0..<Self.pointCount).map { low + Double($0) * spacing })
  }

  /// The density at a point, interpolated; 0 outside.
  package func value(at x: Double) -> Double {
    guard high > low, x >= low, x <= high else { return 0 }
    let position = (x - low) / (high - low) * Double(values.count - 1)
    let index = min(values.count - 2, Int(clamping: position))
    let fraction = position - Double(index)
    return values[index] * (1 - fraction) + values[index + 1] * fraction
  }
}
