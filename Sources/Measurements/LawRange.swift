package import Initializers
private import Mathematics
internal import Statistics

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

extension LawRange {
  /// Finer parts to count a sample of a law in, about so dense that few of its values lie where its
  /// distance from the law may be greatest; none where the cells are fine enough.
  ///
  /// With parts of mass p the distance is known to p; a path of n values strays as far as D√n ≈ 1 and
  /// is as near to that as p√n for 2p²n of its time, so that some p²n² values are left to be looked at.
  static func finerParts(_ law: Law, count: Int) -> [FloatPartition.Ramp] {
    let wanted = min(Double(count) / 32, mostParts)
    guard wanted > Double(FineHistogram.defaultCellCount), law.isIndependent, !law.isDegenerate
    else { return [] }
    let drawn = law.ofDrawnWeights
    let ends = drawn.support ?? (-.infinity, .infinity)
    let zones: [(reach: Double, share: Double)] =
      if case .uniform = drawn { [(.infinity, 1)] } else { bellZones }
    let reach = normalReach * drawn.std
    return zones.compactMap { zone in
      let low = max(ends.low, drawn.mean - min(zone.reach * drawn.std, reach))
      let high = min(ends.high, drawn.mean + min(zone.reach * drawn.std, reach))
      return low < high ? FloatPartition.Ramp(low...high, parts: wanted * zone.share) : nil
    }
  }

  // As much as a second-level cache holds of them.
  private static let mostParts = 0x1p20

  // A staircase under the normal density, whose steps the ramps add up to: φ at 0, 1.2 and 2.4, each
  // less the next, times the width.
  private static let bellZones: [(reach: Double, share: Double)] = [
    (1.2, 0.31), (2.4, 0.52), (6, 0.17),
  ]
}
