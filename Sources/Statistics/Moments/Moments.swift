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

  /// Adds a block of values; `origin` is a number near their mean, such as the mean of their law.
  ///
  /// The origin only steers rounding: values far from it are summed again about their own mean.
  package mutating func add(_ block: UnsafeBufferPointer<Float>, origin: Double = 0) {
    FiniteChunks.forEach(in: block, origin: origin) { chunk in
      merge(chunk.moments)
    } skipping: {
      nonFiniteCount += $0
    }
  }

  /// Turns sums of powers about a shift into moments about the mean.
  init(_ sums: PowerSums, about shift: Double, count: Int) {
    let n = Double(count)
    let m = sums.first / n
    self.count = count
    center = shift + m
    squares = max(sums.second - n * m * m, 0)
    cubes = sums.third - 3 * m * sums.second + 2 * n * m * m * m
    fourths = max(
      sums.fourth - 4 * m * sums.third + 6 * m * m * sums.second - 3 * n * m * m * m * m, 0)
    least = sums.least
    greatest = sums.greatest
  }

  /// Adds what another sample measured, as if its values had been added here.
  package mutating func merge(_ other: Moments) {
    nonFiniteCount += other.nonFiniteCount
    guard other.count > 0 else { return }
    guard count > 0 else {
      let skipped = nonFiniteCount
      self = other
      nonFiniteCount = skipped
      return
    }
    let (nA, nB) = (Double(count), Double(other.count))
    let n = nA + nB
    let delta = other.center - center
    let (shareA, shareB) = (nA / n, nB / n)
    let cross = delta * delta * nA * shareB
    fourths +=
      other.fourths + cross * delta * delta * (shareA * shareA - shareA * shareB + shareB * shareB)
      + 6 * delta * delta * (shareA * shareA * other.squares + shareB * shareB * squares)
      + 4 * delta * (shareA * other.cubes - shareB * cubes)
    cubes +=
      other.cubes + cross * delta * (shareA - shareB)
      + 3 * delta * (shareA * other.squares - shareB * squares)
    squares += other.squares + cross
    center += delta * shareB
    count += other.count
    least = min(least, other.least)
    greatest = max(greatest, other.greatest)
  }

  /// Returns the moments of both samples together.
  package func merging(_ other: Moments) -> Moments {
    var result = self
    result.merge(other)
    return result
  }

  /// Creates the moments of one finite value repeated.
  package init(repeating value: Float, count: Int) {
    self.init()
    guard count > 0 else { return }
    var one = Moments()
    withUnsafePointer(to: value) { one.add(UnsafeBufferPointer(start: $0, count: 1)) }
    // Binary powers of the single value.
    var power = one
    var left = count
    while left > 0 {
      if left % 2 == 1 { merge(power) }
      power = power.merging(power)
      left /= 2
    }
  }
}
