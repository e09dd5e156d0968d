private import CKernels
internal import MeanField

/// Post-activations counted in equal bins of a range.
package struct ValueHistogram: Hashable, Sendable {
  /// The range.
  package let range: ClosedRange<Float>
  /// How many lie in each bin, from the range's low end on.
  package let counts: [Int]
  /// How many lie below the range.
  package let below: Int
  /// How many lie above it.
  package let above: Int
  /// How many are not a number.
  package let notNumbers: Int

  /// The bins: an odd number, so that 0 is in the middle of one where the range is symmetric.
  package static let binCount = 61

  init(_ values: [Float], range: ClosedRange<Float>) {
    let bins = Self.binCount
    var slots = [UInt32](repeating: 0, count: bins + 3)
    let scale = Float(bins) / (range.upperBound - range.lowerBound)
    signals_histogram(values, values.count, range.lowerBound, scale, bins, &slots)
    self.range = range
    counts = slots[1...bins].map { Int($0) }
    below = Int(slots[0])
    above = Int(slots[bins + 1])
    notNumbers = Int(slots[bins + 2])
  }
}

extension Activation {
  /// All values there are, if they are bounded on both sides.
  var bounds: ClosedRange<Float>? { limits.map { Float($0.left)...Float($0.right) } }

  /// Three root mean squares to both sides, as far as there are values; ±1 around no signal.
  func range(rootMeanSquare: Double) -> ClosedRange<Float> {
    let reach = Float(3 * rootMeanSquare)
    // Outside these the width of a bin or its inverse is no float.
    guard reach > 1e-34, reach < 1e34 else { return bounds ?? -1...1 }
    return max(-reach, leastValue)...min(reach, bounds?.upperBound ?? reach)
  }

  // The lower bound of f, rounded down.
  private var leastValue: Float {
    switch self {
    case .linear, .leakyRelu: -.infinity
    case .tanh, .elu: -1
    case .relu, .sigmoid, .softplus: 0
    case .selu: -1.7581
    case .gelu: -0.17
    case .silu: -0.2785
    case .mish: -0.3089
    }
  }
}
