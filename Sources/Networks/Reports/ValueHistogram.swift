private import CKernels

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
