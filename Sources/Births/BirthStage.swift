internal import Initializers
internal import Words

/// One way to look for a birth, step by step.
protocol BirthStage: Sendable {
  /// The part that is done, from 0 to 1.
  var progress: Double { get }
  /// What is being done.
  var phrase: Phrase { get }
  /// Does the next step, of some ten milliseconds where that is possible.
  ///
  /// - Throws: `BirthError`.
  mutating func advance(_ numbers: TensorNumbers) throws(BirthError) -> StageStep
}

/// What came of a step.
struct StageStep: Sendable {
  /// Seeds and places that the numbers are to be held against.
  var origins: [Origin] = []
  /// Whether nothing more can come.
  var isOver = false
  /// Whether the numbers resemble those of the seeds, and are no longer the very ones.
  var isOfMoved = false

  static let going = StageStep()
  static let over = StageStep(isOver: true)
}

/// A tensor's first numbers, or others in a row, beside those of a seed, which few wrong seeds share any of.
struct HeadMatch: Sendable {
  private let start: Int
  private let head: [Float]
  private let draw: Draw
  private let count: Int

  /// The numbers that are compared.
  static let size = 64

  /// Prepares to compare.
  ///
  /// - Parameter start: the first number, of generators that have any number without those before it.
  /// - Throws: `BirthError`.
  init?(
    _ hypothesis: BirthHypothesis, _ numbers: TensorNumbers, at start: Int = 0
  ) throws(BirthError) {
    guard let draw = hypothesis.draw else { return nil }
    self.start = start
    count = hypothesis.shape.count - start
    head = try numbers[start..<start + Self.size]
    // Most numbers fit at the first time; a row of zeros may be the first.
    if case .paddedNormal = draw {
      self.draw = draw
    } else {
      self.draw = hypothesis.normals ?? draw
    }
  }

  /// How many of the numbers are the seed's.
  ///
  /// - Parameter known: the generator where the tensor begins, if it is at hand.
  func callAsFunction(_ origin: Origin, from known: (any Generator)? = nil) -> Int {
    var generator = known ?? origin.generator
    generator.skip(start)
    var stream = WeightStream(draw, count: count, generator: generator)
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.size) { block in
      var (same, place) = (0, 0)
      while place < head.count {
        guard let written = try? stream.next(into: block), written > 0 else { break }
        for index in 0..<min(written, head.count - place)
        where block[index].bitPattern == head[place + index].bitPattern {
          same += 1
        }
        place += written
      }
      return same
    }
  }

  /// The numbers that must agree, of 22 bits and more, for a seed among so many to be no accident.
  static func needed(among seeds: UInt64) -> Int {
    (24 + UInt64.bitWidth - seeds.leadingZeroBitCount + 21) / 22
  }
}
