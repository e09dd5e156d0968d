private import Glibc

extension LengthMap {
  /// ln x, so that files beside need no C library.
  static func logarithm(_ x: Double) -> Double { log(x) }

  /// eˣ.
  static func exponential(_ x: Double) -> Double { exp(x) }

  /// The root of a function of ln q between two values where its sign differs, by bisection.
  static func bisect(
    _ low: Double, _ high: Double, steps: Int = 60, _ function: (Double) -> Double
  ) -> Double {
    var (low, high) = (low, high)
    let lowIsPositive = function(low) > 0
    for _ in 0..<steps {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if (function(middle) > 0) == lowIsPositive { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }
}
