package import Initializers

/// The range of values that a law's histogram covers in fine cells.
package struct LawRange: Equatable, Sendable {
  /// The least value covered.
  package let low: Double
  /// The greatest value covered.
  package let high: Double
  /// A value near the law's mean, to sum deviations from.
  package let origin: Double
  /// The fine cells on either side of a bounded law's support; 0 where it is not shown whole.
  package let paddingCells: Int

  /// The range of an unbounded law in standard deviations: float32 normals stay within 5.77.
  package static let normalReach = 6.0
  /// The cells on either side of a support that takes 4200 of the 5040: its ends lie on edges of
  /// every grouping whose size divides this number.
  package static let supportPadding = 420

  /// The range of a law.
  package init(_ law: Law) {
    let drawn = law.ofDrawnWeights
    let std = drawn.std
    origin = law.mean.isFinite ? law.mean : 0
    let hasSpread = std > 0 && std.isFinite
    // A support far wider than the law, such as ±2 at a std of 0.02, would hide it.
    if let (low, high) = law.support, hasSpread, high - low < 2 * Self.normalReach * std {
      // The ends as float32 has them, so that no weight lies outside.
      let (low, high) = (Double(Float(low)), Double(Float(high)))
      let pad = (high - low) / 10
      self.low = low - pad
      self.high = high + pad
      paddingCells = Self.supportPadding
    } else {
      let isOnes = if case .ones = law { true } else { false }
      let reach = hasSpread && !isOnes ? Self.normalReach * std : max(1, abs(origin))
      low = (isOnes ? 0.5 : origin) - reach
      high = (isOnes ? 0.5 : origin) + reach
      paddingCells = 0
    }
  }
}
