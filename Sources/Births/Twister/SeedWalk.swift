internal import CKernels
internal import Initializers

/// The way back from a state of MT19937 to the seeded one, 624 words at a time.
///
/// The seeded state obeys x[i] = 1812433253·(x[i − 1] ^ x[i − 1] ≫ 30) + i, so that the words one finds there tell
/// their number i, and from it the seed.
struct SeedWalk: Sendable {
  /// The seed and the draws before the tensor's first.
  struct Found: Sendable {
    let seed: Seed
    let draws: Int
  }

  /// What came of it, once it is over.
  private(set) var found: Found?
  /// Whether the beginning is found, or the limit reached.
  private(set) var isFinished = false
  /// The part of the way that is done, at most.
  var progress: Double { Double(steps) / Double(limit) }

  private var state: TwisterState
  private let limit: Int
  private var steps = 0
  private let untwist: @Sendable (UnsafePointer<UInt32>, UnsafeMutablePointer<UInt32>) -> Void

  // 20 ms.
  private static let stepSize = 1 << 17

  /// Begins at a state.
  ///
  /// - Parameter draws: the most draws to go back.
  init(_ state: TwisterState, draws: Int) {
    self.state = state
    limit = draws / TwisterState.size + 2
    let kernel = ckernels_best().pointee.births.untwist
    untwist = { kernel?($0, $1) }
  }

  mutating func advance() {
    guard !isFinished else { return }
    var (here, before) = (state.words, state.words)
    for _ in 0..<min(Self.stepSize, limit - steps) {
      here.withUnsafeBufferPointer { here in
        before.withUnsafeMutableBufferPointer { before in
          guard let from = here.baseAddress, let to = before.baseAddress else { return }
          untwist(from, to)
        }
      }
      swap(&here, &before)
      state.place -= TwisterState.size
      steps += 1
      // Of 624 words in a row that reach into the seeded state, the second or the last two are its own.
      guard let found = seed(here, at: 1) ?? seed(here, at: TwisterState.size - 2) else { continue }
      (self.found, isFinished) = (found, true)
      return
    }
    state.words = here
    isFinished = steps >= limit
  }

  private static let factor: UInt32 = 1_812_433_253
  // Its inverse modulo 2³².
  private static let inverse: UInt32 = (0..<5).reduce(1) { inverse, _ in
    inverse &* (2 &- factor &* inverse)
  }

  private static func next(_ word: UInt32) -> UInt32 { factor &* (word ^ word >> 30) }

  private func seed(_ words: [UInt32], at place: Int) -> Found? {
    let number = words[place + 1] &- Self.next(words[place])
    guard number >= 1, number < UInt32(TwisterState.size) else { return nil }
    // The word at place + 1 has this number.
    var word = words[place + 1]
    for index in stride(from: number, to: 0, by: -1) {
      let mixed = (word &- index) &* Self.inverse
      word = mixed ^ mixed >> 30
    }
    // All the seeded words that are there must be those of the seed, but for the very first, whose lower
    // bits nothing is made of.
    let offset = place + 1 - Int(number)
    var own = word
    for index in 0..<TwisterState.size {
      if index > 0 { own = Self.next(own) &+ UInt32(index) }
      let at = offset + index
      if index > 0, words.indices.contains(at), at > 0, words[at] != own { return nil }
    }
    // The first output is that of word 624.
    let draws = -(state.place + offset) - TwisterState.size
    guard draws >= 0 else { return nil }
    return Found(seed: Seed(UInt64(word)), draws: draws)
  }
}
