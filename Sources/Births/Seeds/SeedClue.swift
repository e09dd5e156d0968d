private import Glibc
internal import Initializers
private import Mathematics

/// What one of a tensor's numbers tells of a word of its seed: the bits in `mask` are from `low` to `low + width`.
struct SeedClue: Hashable, Sendable {
  /// The word's place among those of the seed.
  let place: Int
  let mask: UInt32
  let low: UInt32
  var width: UInt32 = 0
}

extension SeedClue {
  // Fewer bits leave too many seeds.
  private static let leastBits = 12

  /// The clue that a tensor's first numbers give to a word of MT19937, if there is one.
  ///
  /// - Parameter before: the words that are taken before the tensor.
  static func ofTwister(_ hypothesis: BirthHypothesis, _ head: [Float], before: Int) -> SeedClue? {
    guard let draw = hypothesis.draw else { return nil }
    let isKeras = hypothesis.framework.isKeras
    let count = hypothesis.shape.count
    switch draw {
    case .uniform(let low, let high) where isKeras:
      return ofProduct(head[0], Float(low), Float(high - low), at: before)
    case .normal(let mean, let std) where count < 16:
      return ofPair(head, mean: mean, std: std, at: before)
    case .cutNormal(let mean, let std):
      guard isKeras, let words = NormalWords(mean: mean, std: std) else { return nil }
      return best(ofFours(head, words), before: before)
    case .normal(let mean, let std) where isKeras:
      return best(NormalWords(mean: mean, std: std)?.words(head) ?? [], before: before)
    default:
      guard let reading = TwisterReading(hypothesis) else { return nil }
      let range = reading.words.range(of: count).clamped(to: head.indices)
      guard range.isEmpty, count == head.count, count >= 16 else {
        return best(reading.words.words(Array(head[range])), before: before)
      }
      // The last 16 of so few are all that is left of the numbers, and were drawn behind them.
      return best(reading.words.words(Array(head.suffix(16))), before: before + count)
    }
  }

  private static func best(_ words: [KnownWord], before: Int) -> SeedClue? {
    let known = words.enumerated().max {
      $0.element.mask.nonzeroBitCount < $1.element.mask.nonzeroBitCount
    }
    guard let known, known.element.mask.nonzeroBitCount >= leastBits else { return nil }
    return SeedClue(
      place: before + known.offset, mask: known.element.mask, low: known.element.value)
  }

  // Keras's numbers are each the first of four that fits, which is mostly the first of all.
  private static func ofFours(_ head: [Float], _ reading: NormalWords) -> [KnownWord] {
    var numbers = [Float](repeating: 0, count: head.count / 4 * 16)
    for index in 0..<head.count / 4 * 4 { numbers[4 * index] = head[index] }
    return reading.words(numbers)
  }

  // u·span + low, both steps rounded, of 24 bits.
  private static func ofProduct(
    _ number: Float, _ low: Float, _ span: Float, at place: Int
  ) -> SeedClue? {
    let start = (Double(number) - Double(low)) / Double(span) * 0x1p24
    let sizes = max(Double(number.magnitude.ulp), Double(low.magnitude.ulp), Double(span.ulp))
    return between(start, reach: sizes / Double(span) * 0x1p24 + 1, bits: 24, shift: 0, at: place)
  }

  // r·cos θ and r·sin θ in double precision, θ = 2π·u, u of 53 bits, of which the upper 21 are in the first word.
  private static func ofPair(
    _ head: [Float], mean: Double, std: Double, at place: Int
  ) -> SeedClue? {
    guard head.count >= 2, std > 0 else { return nil }
    guard let polar = polar(Double(head[0]) - mean, Double(head[1]) - mean) else { return nil }
    let reach = Double(max(head[0].ulp, head[1].ulp)) / polar.radius * 0x1p21 + 0.01
    return between(
      polar.turn * 0x1p21 - 0.5, reach: 0.5 + reach, bits: 21, shift: 0, at: place)
  }

  /// The clue that a number gives to the word of Threefry at its place.
  static func ofThreefry(_ draw: Draw, _ number: Float, at place: Int) -> SeedClue? {
    let part: Double
    // What rounding may move it by, of the 2²³ numbers there are.
    var reach = 4.0
    switch draw {
    case .uniform(let low, let high):
      let span = Double(Float(high)) - Double(Float(low))
      part = (Double(number) - Double(Float(low))) / span
      reach += 2 * Double(max(number.magnitude, Float(low).magnitude).ulp) / abs(span) * 0x1p23
    case .normal(let mean, let std):
      part = (erf((Double(number) - mean) / std / 2.0.squareRoot()) + 1) / 2
      reach += 2 * Double(Float(mean).ulp) / abs(std) * 0x1p23
    case .cutNormal(let mean, let std):
      let end = erf(2.0.squareRoot())
      part = (erf((Double(number) - mean) / std / 2.0.squareRoot()) / end + 1) / 2
      reach += 2 * Double(Float(mean).ulp) / abs(std) * 0x1p23
    default: return nil
    }
    return between(part * 0x1p23, reach: reach, bits: 23, shift: 9, at: place)
  }

  /// The clue that numbers give to a word of TensorFlow's Philox: four make a group of numbers, two of them a pair.
  ///
  /// - Parameter place: the first number's, which is a group's first.
  static func ofPhilox(_ draw: Draw, _ head: [Float], at place: Int) -> SeedClue? {
    switch draw {
    case .uniform(let low, let high):
      let (from, span) = (Double(Float(low)), Double(Float(high) - Float(low)))
      let size = Double(max(head[0].magnitude, Float(low).magnitude).ulp)
      return between(
        (Double(head[0]) - from) / span * 0x1p23, reach: 1 + 2 * size / abs(span) * 0x1p23,
        bits: 23, shift: 0, at: place)
    case .normal(let mean, let std):
      return ofSineAndCosine(head, mean: mean, std: std, at: place + 1)
    case .cutNormal(let mean, let std):
      // Of each group 256 counters are drawn, of the first of which mostly no number lies outside.
      return ofSineAndCosine(head, mean: mean, std: std, at: place << 8 + 1)
    default: return nil
    }
  }

  // r·sin θ and r·cos θ of float32, θ = 2π·u, u of the 23 lower bits of a pair's second word.
  private static func ofSineAndCosine(
    _ head: [Float], mean: Double, std: Double, at place: Int
  ) -> SeedClue? {
    guard head.count >= 2, std != 0 else { return nil }
    let (s, c) = ((Double(head[0]) - mean) / std, (Double(head[1]) - mean) / std)
    guard let polar = polar(c, s) else { return nil }
    let size = Double(max(head[0].ulp, head[1].ulp, Float(mean).ulp)) / abs(std)
    return between(
      polar.turn * 0x1p23, reach: 2 + size / polar.radius * 0x1p21, bits: 23, shift: 0, at: place)
  }

  // The radius and the part of a whole turn of a pair of normal numbers; nil at the middle.
  private static func polar(
    _ cosine: Double, _ sine: Double
  ) -> (radius: Double, turn: Double)? {
    let radius = (cosine * cosine + sine * sine).squareRoot()
    guard radius > 0, radius.isFinite else { return nil }
    var angle = atan2(sine, cosine)
    if angle < 0 { angle += 2 * .pi }
    return (radius, angle / (2 * .pi))
  }

  // The whole numbers around one, of so many bits above others.
  private static func between(
    _ middle: Double, reach: Double, bits: Int, shift: UInt32, at place: Int
  ) -> SeedClue? {
    let most = 1 << bits - 1
    guard middle.isFinite, reach.isFinite, middle > -reach - 1, middle < Double(most) + reach + 1,
      reach < Double(1 << (bits - leastBits))
    else { return nil }
    let low = max(0, Int(clamping: (middle - reach).rounded(.down)))
    let high = min(most, Int(clamping: (middle + reach).rounded(.up)))
    guard low <= high else { return nil }
    return SeedClue(
      place: place, mask: UInt32(most) << shift, low: UInt32(low) << shift,
      width: UInt32(high - low) << shift)
  }
}
