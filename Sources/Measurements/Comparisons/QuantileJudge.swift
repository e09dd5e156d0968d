internal import Initializers
package import Statistics

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

/// A quantile of a sample beside the law's, with the limits that chance keeps to.
package struct QuantilePoint: Equatable, Sendable {
  /// What a point says of the sample.
  package enum Kind: Equatable, Sendable {
    /// The least weight.
    case minimum
    /// A value with a known number of weights below it.
    case place
    /// The greatest weight.
    case maximum
  }

  /// What the point says of the sample.
  package let kind: Kind
  /// The share of weights below; of the n-th part an extreme stands for, the middle.
  package let probability: Double
  /// The law's quantile Q at the probability.
  package let theory: Double
  /// The sample's, an exact value.
  package let sample: Double
  /// Where the difference stays with probability 95 %: Q at the beta quantiles less `theory`.
  package let pointwise: QuantileBands.Interval
  /// Where all differences together stay with probability 95 %.
  package let simultaneous: QuantileBands.Interval
  /// Whether chance keeps a weight out of the pointwise limits with probability 95 %.
  package let isOutsidePointwise: Bool
  /// Whether it is outside the limits that hold for all at once.
  package let isOutsideSimultaneous: Bool

  /// `sample` less `theory`.
  package var difference: Double { sample - theory }
}

extension QuantilePoint {
  /// Returns the point in units: values as (x − origin)/unit, differences divided by it.
  func scaled(origin: Double, unit: Double) -> QuantilePoint {
    func scaled(_ interval: QuantileBands.Interval) -> QuantileBands.Interval {
      QuantileBands.Interval(low: interval.low / unit, high: interval.high / unit)
    }
    return QuantilePoint(
      kind: kind, probability: probability, theory: (theory - origin) / unit,
      sample: (sample - origin) / unit, pointwise: scaled(pointwise),
      simultaneous: scaled(simultaneous), isOutsidePointwise: isOutsidePointwise,
      isOutsideSimultaneous: isOutsideSimultaneous)
  }
}
