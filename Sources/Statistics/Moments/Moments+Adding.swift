extension Moments {
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

}

extension Moments {
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
}
