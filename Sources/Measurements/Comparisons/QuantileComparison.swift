private import Initializers
internal import Mathematics
private import Statistics

/// A sample's quantiles beside its law's, close together in the tails as in the middle.
package struct QuantileComparison: Equatable, Sendable {
  /// The points in order of probability, from the least weight to the greatest.
  package let points: [QuantilePoint]
  /// The level of each of the simultaneous limits.
  package let localLevel: Double
  /// The law's mean.
  package let mean: Double
  /// The law's standard deviation.
  package let std: Double

  /// How many points are outside the pointwise limits; about 5 % of them are by chance.
  package var outsidePointwise: Int { points.count { $0.isOutsidePointwise } }
  /// How many points are outside the simultaneous limits; by chance any is in 5 % of samples.
  package var outsideSimultaneous: Int { points.count { $0.isOutsideSimultaneous } }

  /// The points unless another number is asked for.
  package static let defaultPointCount = 140

  /// Compares a measurement's quantiles at edges of fine cells, where Fₙ is exact, as nearly equally
  /// spaced in normal quantiles as they allow.
  ///
  /// Nil where weights depend on each other, without a density and before anything is drawn.
  package init?(_ measurement: Measurement, pointCount: Int = defaultPointCount) {
    guard let law = measurement.comparedLaw else { return nil }
    let judge = QuantileJudge(law: law, count: measurement.histogram.total)
    let moments = measurement.moments
    localLevel = judge.bands.localLevel
    mean = law.mean
    std = law.std
    let places = Self.places(measurement.histogram, wanted: pointCount)
    points =
      [judge.minimum(moments.minimum)]
      + places.map { judge.place($0.value, below: $0.below) }
      + (moments.count > 1 ? [judge.maximum(moments.maximum)] : [])
  }

  /// The same in standard deviations of the law, values from its mean.
  package var standardized: QuantileComparison {
    guard std > 0, std.isFinite else { return self }
    return QuantileComparison(self, points: points.map { $0.scaled(origin: mean, unit: std) })
  }

  private init(_ original: QuantileComparison, points: [QuantilePoint]) {
    self.points = points
    localLevel = original.localLevel
    mean = 0
    std = 1
  }

  // Edges with some, but not all of the weights below; of a row without weights the middle one.
  private static func places(
    _ histogram: FineHistogram, wanted: Int
  ) -> [(value: Double, below: Int)] {
    let (grid, count) = (histogram.grid, histogram.total)
    let cumulative = histogram.cumulativeCounts.prefix(grid.cellCount + 1)
    guard count > 1, wanted > 0 else { return [] }
    let reach = NormalDistribution.quantile(Double(count) / (Double(count) + 1))
    var places: [(value: Double, below: Int)] = []
    for step in 0..<wanted {
      let z = reach * (2 * (Double(step) + 0.5) / Double(wanted) - 1)
      let target = NormalDistribution.distribution(z) * Double(count)
      let after = cumulative.indices.partitioningIndex { Double(cumulative[$0]) >= target }
      // Of the edges on either side the nearer one.
      let (before, last) = (max(after - 1, 0), cumulative.count - 1)
      let behind = min(after, last)
      let isBefore = target - Double(cumulative[before]) < Double(cumulative[behind]) - target
      let below = cumulative[isBefore ? before : behind]
      guard below > 0, below < count, below > places.last?.below ?? 0 else { continue }
      let first = cumulative.indices.partitioningIndex { cumulative[$0] >= below }
      let end = cumulative.indices.partitioningIndex { cumulative[$0] > below }
      places.append((grid.edge((first + end - 1) / 2), below))
    }
    return places
  }
}
