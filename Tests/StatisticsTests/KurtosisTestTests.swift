import Statistics
import Testing

@Suite struct `The kurtosis test` {
  private static let squares = (0..<40).map { index in Float(index * index % 17) }
  private static let even = (0..<2000).map { index in Float(Double(index * 7919 % 1009) / 1009) }
  private static let peaked = (0..<1000).map { index in
    let number = Double(index * 7919 % 1009) / 1009 - 0.5
    return Float(number * number * number)
  }

  // scipy.stats.kurtosistest 1.17.1 of the same numbers.
  private static let scores: [([Float], Double)] = [
    (squares, -4.613_435_928_284_865), (even, -40.214_917_843_015_876),
    (peaked, 3.810_173_810_957_236_7),
  ]

  @Test(arguments: scores)
  func `is SciPy's`(numbers: [Float], score: Double) {
    var moments = Moments()
    numbers.withUnsafeBufferPointer { moments.add($0) }
    #expect(abs(KurtosisTest.score(moments) - score) < 1e-6)
  }

  @Test func `says nothing where nothing varies`() {
    var moments = Moments()
    [Float](repeating: 2, count: 30).withUnsafeBufferPointer { moments.add($0) }
    #expect(KurtosisTest.score(moments).isNaN && KurtosisTest.score(Moments()).isNaN)
  }
}
