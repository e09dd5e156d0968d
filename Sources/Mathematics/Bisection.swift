/// Places found by halving an interval.
package enum Bisection {
  /// Returns the place of an interval up to which a condition holds, to the last bit or after so
  /// many halvings.
  @inlinable
  @inline(__always)
  package static func boundary(
    from low: Double, to high: Double, halvings: Int = 64, _ isBelow: (Double) -> Bool
  ) -> Double {
    var (low, high) = (low, high)
    for _ in 0..<halvings {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if isBelow(middle) { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }

  /// Returns the root of a function between two places where its signs differ.
  @inlinable
  @inline(__always)
  package static func root(
    from low: Double, to high: Double, halvings: Int = 60, of function: (Double) -> Double
  ) -> Double {
    let lowIsPositive = function(low) > 0
    return boundary(from: low, to: high, halvings: halvings) { (function($0) > 0) == lowIsPositive }
  }
}

extension Range<Int> {
  /// Returns the first number for which a condition holds that from there on always does; the upper
  /// bound if there is none.
  @inlinable
  @inline(__always)
  package func partitioningIndex(where condition: (Int) -> Bool) -> Int {
    var (from, to) = (lowerBound, upperBound)
    while from < to {
      let middle = from &+ (to &- from) / 2
      if condition(middle) { to = middle } else { from = middle &+ 1 }
    }
    return from
  }
}
