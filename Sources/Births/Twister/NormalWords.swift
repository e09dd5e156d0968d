internal import CKernels
private import Glibc
private import Mathematics

/// The words of PyTorch's normal numbers, which are made in blocks of 16: r·cos θ and r·sin θ, eight apart, with
/// r = √(−2·ln(1 − u₁)) and θ = 2π·u₂.
///
/// The pair's radius and angle leave few words in question, of which those that make the very bits are taken. A
/// pair that was not drawn has seldom any.
struct NormalWords: WordReading {
  private let mean: Float
  private let std: Float
  private let normal: @Sendable (UnsafeMutablePointer<Float>, Int, Float, Float) -> Void

  // More words in question than that tell too little.
  private static let mostChoices = 512
  // 2π as the angles are multiplied by it.
  private static let turn = Double(6.283_185_5 as Float)

  /// Takes a law as `normal_` is given it; nil without one.
  init?(mean: Double, std: Double) {
    (self.mean, self.std) = (Float(mean), Float(std))
    guard self.std.isFinite, self.mean.isFinite, self.std != 0 else { return nil }
    let kernel = ckernels_best().pointee.sampling.normal
    normal = { kernel?($0, $1, $2, $3) }
  }

  var unit: Int { 16 }

  /// The last 16 are drawn anew where blocks of 16 leave some over.
  func range(of count: Int) -> Range<Int> {
    0..<(count.isMultiple(of: 16) ? count : max(0, (count - 16) / 16 * 16))
  }

  /// The share that pairs of words have of pairs of numbers of the law's size, eight times over.
  var chance: Double {
    let strangers = (1...4096).map { index -> Float in
      // Multiples of irrational numbers lie evenly.
      let (part, angle) = (Double(index) * 0.618_033_988_749_894_9, Double(index) * 2.718_281_828)
      let radius = (-2 * log(1 - (part - part.rounded(.down)))).squareRoot()
      return Float(Double(mean) + Double(std) * radius * cos(angle))
    }
    let known = words(strangers).count { $0.mask != 0 }
    return pow(min(1, Double(known + 1) / Double(strangers.count)), 8)
  }

  // A pair and the words that may have made it.
  private struct Question {
    let place: Int
    let first: ClosedRange<Int>
    let second: ClosedRange<Int>
  }

  func words(_ numbers: [Float]) -> [KnownWord] {
    var words = [KnownWord](repeating: .unknown, count: numbers.count)
    var questions: [Question] = []
    var total = 0
    for block in stride(from: 0, to: numbers.count - 15, by: 16) {
      for place in block..<block + 8 {
        guard let question = question(numbers[place], numbers[place + 8], at: place) else {
          continue
        }
        questions.append(question)
        total += question.first.count * question.second.count
      }
    }
    let made = make(questions, total)
    var next = 0
    for question in questions {
      let (first, second) = (numbers[question.place], numbers[question.place + 8])
      var found: (first: (low: Int, high: Int), second: (low: Int, high: Int))?
      for one in question.first {
        for other in question.second {
          let index = next / 8 * 16 + next % 8
          next += 1
          guard made[index] == first, made[index + 8] == second else { continue }
          let known = found ?? ((one, one), (other, other))
          found = (
            (min(known.first.low, one), max(known.first.high, one)),
            (min(known.second.low, other), max(known.second.high, other))
          )
        }
      }
      guard let found else { continue }
      words[question.place] = Self.known(found.first)
      words[question.place + 8] = Self.known(found.second)
    }
    return words
  }

  // An angle's words may go round.
  private static func known(_ ends: (low: Int, high: Int)) -> KnownWord {
    let low = UInt32(ends.low & 0xFF_FFFF)
    let high = UInt32(ends.high & 0xFF_FFFF)
    return low <= high ? .between(low, high, bits: 24) : .unknown
  }

  // All choices, eight to a block.
  private func make(_ questions: [Question], _ total: Int) -> [Float] {
    let blocks = (total + 7) / 8
    var values = [Float](repeating: 0, count: 16 * blocks)
    var next = 0
    for question in questions {
      for first in question.first {
        for second in question.second {
          let index = next / 8 * 16 + next % 8
          values[index] = Float(first) * 0x1p-24
          values[index + 8] = Float(second & 0xFF_FFFF) * 0x1p-24
          next += 1
        }
      }
    }
    values.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      normal(base, blocks, mean, std)
    }
    return values
  }

  private func question(_ first: Float, _ second: Float, at place: Int) -> Question? {
    // Zeros are put in the place of numbers more often than they are drawn.
    guard first != mean, second != mean else { return nil }
    let (c, s) = (Double(first) - Double(mean), Double(second) - Double(mean))
    let square = (c * c + s * s) / (Double(std) * Double(std))
    // Nothing larger than √(48·ln 2) is drawn; a NaN is not either.
    guard square > 0, square < 33.5 else { return nil }
    let radius = square.squareRoot()
    // What rounding may have moved either number by, of standard deviations.
    let step = max(Double(first.ulp), Double(second.ulp)) / 2 / abs(Double(std))
    let relative = step * 1.5 / radius + 0x1p-22
    var angle = atan2(std < 0 ? -s : s, std < 0 ? -c : c)
    if angle < 0 { angle += 2 * .pi }
    let reach =
      (step * 1.5 / radius + 0x1p-23 + Double(Float(angle).ulp) / 2) / Self.turn * 0x1p24
    let exponential = exp(-square / 2)
    let firstReach = square * exponential * relative * 0x1p24 + 0.01
    guard firstReach < 32, reach < 32 else { return nil }
    let firstPlace = -expm1(-square / 2) * 0x1p24
    let secondPlace = angle / Self.turn * 0x1p24
    let low = max(0, Int(clamping: (firstPlace - firstReach).rounded(.up)))
    let high = min(1 << 24 - 1, Int(clamping: (firstPlace + firstReach).rounded(.down)))
    let start = Int(clamping: (secondPlace - reach).rounded(.up))
    let end = Int(clamping: (secondPlace + reach).rounded(.down))
    guard low <= high, start <= end, (high - low + 1) * (end - start + 1) <= Self.mostChoices else {
      return nil
    }
    return Question(place: place, first: low...high, second: start...end)
  }
}
