private import Initializers
package import Statistics

/// How far a sample's distribution function is from the law's, Fₙ − F, along the values.
package struct EcdfDeviation: Equatable, Sendable {
  /// A place and the deviation there.
  package struct Point: Equatable, Sendable {
    /// The value.
    package let x: Double
    /// Fₙ(x) − F(x), exact.
    package let deviation: Double
  }

  /// Places in order, at edges of fine cells.
  package let points: [Point]
  /// Half the width of the band that holds all of Fₙ − F with probability 95 %.
  package let halfWidth: Double
  /// The greatest distance over all values and where it is; nil until all is drawn.
  package let supremum: KolmogorovSmirnov?

  // The first, the last, the least and the greatest of a stretch.
  private static let pointsPerColumn = 4

  /// The deviations along the range of a measurement, for a picture of so many columns.
  ///
  /// In every column the greatest and the least are kept, so that none between is further out. Nil
  /// where weights depend on each other, without a density and before anything is drawn.
  package init?(_ measurement: Measurement, columns: Int) {
    let grid = measurement.histogram.grid
    self.init(measurement, from: grid.low, to: grid.high, columns: columns)
  }

  /// The deviations from one value to another, edges outside left out.
  package init?(_ measurement: Measurement, from low: Double, to high: Double, columns: Int) {
    guard let law = measurement.comparedLaw else { return nil }
    let histogram = measurement.histogram
    let (grid, cumulative) = (histogram.grid, histogram.cumulativeCounts)
    let count = histogram.total
    halfWidth = DvoretzkyKieferWolfowitz.halfWidth(
      count: count, confidence: QuantileBands.confidence)
    supremum = measurement.kolmogorovSmirnov
    let edges = (0...grid.cellCount).lazy.map { ($0, grid.edge($0)) }
    let all = edges.filter { low <= $0.1 && $0.1 <= high }.map { index, x in
      Point(x: x, deviation: Double(cumulative[index]) / Double(count) - law.distribution(x))
    }
    points = Self.decimated(Array(all), columns: max(1, columns))
  }

  private static func decimated(_ points: [Point], columns: Int) -> [Point] {
    guard points.count > pointsPerColumn, (points.count - 1) / pointsPerColumn >= columns else {
      return points
    }
    return (0..<columns).flatMap { column in
      // Stretches of whole cells, the last one with its end.
      let start = points.count * column / columns
      let end = points.count * (column + 1) / columns
      let stretch = start..<end
      let least = stretch.min { points[$0].deviation < points[$1].deviation } ?? start
      let greatest = stretch.max { points[$0].deviation < points[$1].deviation } ?? start
      let kept = [start, min(least, greatest), max(least, greatest), end - 1]
      return kept.indices.filter { $0 == 0 || kept[$0] != kept[$0 - 1] }.map { points[kept[$0]] }
    }
  }
}
