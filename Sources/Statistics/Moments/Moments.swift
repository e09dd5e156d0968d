/// The first four moments and the extremes of a sample, of which only the finite values count.
///
/// Kept as count, mean and sums of powers of deviations from the mean, so that moments of blocks
/// can be merged without cancellation:
/// P. Pébay, Formulas for robust, one-pass parallel computation of covariances and arbitrary-order
/// statistical moments, Sandia report SAND2008-6212 (2008), after Chan, Golub and LeVeque (1979).
/// What a sample is too small to say is NaN, as in `torch.std` of one element.
package struct Moments: Equatable, Sendable {
  /// The number of finite values.
  package internal(set) var count = 0

  /// The number of values that are infinite or not a number; no other property includes them.
  package internal(set) var nonFiniteCount = 0

  /// The mean as accumulated, 0 for an empty sample.
  var center = 0.0

  /// Σ(x − mean)².
  var squares = 0.0

  /// Σ(x − mean)³.
  var cubes = 0.0

  /// Σ(x − mean)⁴.
  var fourths = 0.0

  var least = Float.infinity
  var greatest = -Float.infinity

  /// Creates the moments of no values.
  package init() {}
}

extension Moments {
  /// The arithmetic mean.
  package var mean: Double { count > 0 ? center : .nan }

  /// The unbiased variance Σ(x − mean)² / (n − 1).
  package var variance: Double { count > 1 ? squares / Double(count - 1) : .nan }

  /// The square root of the unbiased variance, as `torch.std` reports it.
  package var standardDeviation: Double { variance.squareRoot() }

  /// The square root of the mean of x².
  package var rootMeanSquare: Double {
    count > 0 ? (squares / Double(count) + center * center).squareRoot() : .nan
  }

  /// The smallest finite value.
  package var minimum: Double { count > 0 ? Double(least) : .nan }

  /// The largest finite value.
  package var maximum: Double { count > 0 ? Double(greatest) : .nan }

  /// The skewness m₃ / m₂^(3/2) with mₖ the k-th central moment, NaN where nothing varies.
  package var skewness: Double {
    guard squares > 0 else { return .nan }
    return cubes / squares / squares.squareRoot() * Double(count).squareRoot()
  }

  /// The excess kurtosis m₄ / m₂² − 3, 0 for the normal law and NaN where nothing varies.
  package var excessKurtosis: Double {
    guard squares > 0 else { return .nan }
    return fourths / squares / squares * Double(count) - 3
  }
}
