private import Mathematics

/// The words of PyTorch's uniform numbers: fma(u, span, low), u = the low 24 bits · 2⁻²⁴.
///
/// Where numbers lie closer together than the steps of the law, a number that was not drawn is seldom one
/// of its values, and tells nothing; where they lie wider apart, a number tells the bits that its words share.
struct UniformWords: WordReading {
  private let low: Float
  private let high: Float
  private let span: Float
  // Whether rounding reaches the upper end, for which the lower one is put.
  private let reachesHigh: Bool

  /// Takes a law as `uniform_` is given it; nil without one.
  init?(low: Double, high: Double) {
    (self.low, self.high) = (Float(low), Float(high))
    span = self.high - self.low
    guard span > 0, span.isFinite else { return nil }
    reachesHigh = self.low.addingProduct(1 - 0x1p-24, span) == self.high
  }

  var unit: Int { 1 }

  func range(of count: Int) -> Range<Int> { 0..<count }

  func words(_ numbers: [Float]) -> [KnownWord] { numbers.map(word) }

  /// The share that the law's values have of numbers of its size.
  var chance: Double {
    let strangers = (1...2048).map { index -> Float in
      // Multiples of the golden section lie evenly.
      let part = Double(index) * 0.618_033_988_749_894_9
      return Float(Double(low) + Double(span) * (part - part.rounded(.down)))
    }
    let known = words(strangers).count { $0.mask != 0 }
    return min(1, Double(known + 1) / Double(strangers.count))
  }

  private func value(_ word: Int) -> Float {
    low.addingProduct(Float(word) * 0x1p-24, span)
  }

  private func word(_ number: Float) -> KnownWord {
    guard number >= low, number <= high, !(reachesHigh && (number == low || number == high)) else {
      return .unknown
    }
    let place = (Double(number) - Double(low)) / Double(span) * 0x1p24
    let reach = Double(number.ulp) / 2 / Double(span) * 0x1p24 + 1
    guard reach < 0x1p16 else { return .unknown }
    var first = max(0, Int(clamping: (place - reach).rounded(.down)))
    var last = min(1 << 24 - 1, Int(clamping: (place + reach).rounded(.up)))
    while first <= last, value(first) != number { first += 1 }
    guard first <= last else { return .unknown }
    while value(last) != number { last -= 1 }
    return .between(UInt32(first), UInt32(last), bits: 24)
  }
}
