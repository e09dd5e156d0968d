package import Statistics

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
