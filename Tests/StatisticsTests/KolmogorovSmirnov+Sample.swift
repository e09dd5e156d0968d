@testable import Statistics

extension KolmogorovSmirnov {
  /// Measures the finite values of a sample exactly; nil if there are none.
  ///
  /// `histogram` holds the counts of the same sample. Its cells bound the deviation inside them, so
  /// that only values in cells that may hold the supremum are looked at one by one.
  /// Where the law jumps, its limit from the left is taken at the double below.
  init?(
    sample: UnsafeBufferPointer<Float>, histogram: FineHistogram,
    distribution: @escaping (Double) -> Double
  ) {
    guard var search = KolmogorovSearch(histogram: histogram, distribution: distribution) else {
      return nil
    }
    while var pass = search.pass {
      pass.add(sample)
      search.endPass([pass])
    }
    guard let result = search.result else { return nil }
    self = result
  }

  /// Measures the finite values of a span; nil if there are none.
  init?(
    sample: Span<Float>, histogram: FineHistogram, distribution: @escaping (Double) -> Double
  ) {
    let result = sample.withUnsafeBufferPointer {
      KolmogorovSmirnov(sample: $0, histogram: histogram, distribution: distribution)
    }
    guard let result else { return nil }
    self = result
  }
}
