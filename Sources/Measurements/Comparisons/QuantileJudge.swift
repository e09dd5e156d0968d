internal import Initializers
internal import Statistics

/// Puts values of a sample beside the law's quantiles and within their limits.
struct QuantileJudge {
  let law: Law
  let bands: QuantileBands

  // Both samplers start from numbers of 24 bits: probabilities closer than that are one.
  private static let gridStep = 0x1p-24

  /// A judge of `count` independent draws of a law.
  init(law: Law, count: Int) {
    self.law = law
    bands = QuantileBands(count: count)
  }

  /// The least of all draws.
  func minimum(_ value: Double) -> QuantilePoint {
    point(
      .minimum, value, 0.5 / Double(bands.count), bands.pointwise(rank: 1),
      bands.simultaneous(rank: 1))
  }

  /// The greatest of all draws.
  func maximum(_ value: Double) -> QuantilePoint {
    point(
      .maximum, value, 1 - 0.5 / Double(bands.count), bands.pointwise(rank: bands.count),
      bands.simultaneous(rank: bands.count))
  }

  /// A value with a number of draws below it.
  func place(_ value: Double, below: Int) -> QuantilePoint {
    point(
      .place, value, Double(below) / Double(bands.count), bands.pointwise(below: below),
      bands.simultaneous(below: below))
  }

  private func point(
    _ kind: QuantilePoint.Kind, _ value: Double, _ probability: Double,
    _ pointwise: QuantileBands.Interval, _ simultaneous: QuantileBands.Interval
  ) -> QuantilePoint {
    let theory = law.quantile(probability)
    let reached = law.distribution(value)
    func differences(_ limits: QuantileBands.Interval) -> QuantileBands.Interval {
      QuantileBands.Interval(
        low: law.quantile(limits.low) - theory, high: law.quantile(limits.high) - theory)
    }
    func isOutside(_ limits: QuantileBands.Interval) -> Bool {
      reached + Self.gridStep < limits.low || reached - Self.gridStep > limits.high
    }
    return QuantilePoint(
      kind: kind, probability: probability, theory: theory, sample: value,
      pointwise: differences(pointwise), simultaneous: differences(simultaneous),
      isOutsidePointwise: isOutside(pointwise), isOutsideSimultaneous: isOutside(simultaneous))
  }
}
