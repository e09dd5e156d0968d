internal import Initializers

/// A seed and its place held against all of a tensor's numbers, block by block.
struct Verification: Sendable {
  let origin: Origin
  private var blocks: any WeightBlocks
  private let needed: Int
  private let isOfMoved: Bool
  private let count: Int
  private(set) var intact = 0
  // Of the finite numbers and of those drawn: how many, sums, squares, products, squared differences.
  private var sums = PairSums()
  private(set) var isFinished = false

  // Some milliseconds.
  private static let stepSize = 1 << 20
  private static let blockSize = 4096

  init(_ origin: Origin, from generator: any Generator, needed: Int, isOfMoved: Bool) {
    self.origin = origin
    self.isOfMoved = isOfMoved
    self.needed = needed
    count = origin.hypothesis.shape.count
    blocks = WeightStream(
      origin.hypothesis.draw ?? .nothing, count: count, generator: generator)
  }

  /// The part that is done.
  var progress: Double { count > 0 ? Double(blocks.offset) / Double(count) : 1 }

  /// The birth, if enough numbers are the seed's.
  var birth: Birth? {
    let isConfirmed = intact >= min(needed, count)
    guard isFinished, isConfirmed || isOfMoved else { return nil }
    return Birth(
      hypothesis: origin.hypothesis, seed: origin.seed, source: origin.source,
      draws: origin.draws, intact: intact, distance: sums.distance,
      correlation: isConfirmed ? nil : sums.correlation)
  }

  /// Compares some more.
  ///
  /// - Throws: `BirthError`.
  mutating func advance(_ numbers: TensorNumbers) throws(BirthError) {
    guard !isFinished else { return }
    do {
      guard blocks.isPrepared else { return try blocks.prepare() }
    } catch {
      // What cannot be drawn is not compared.
      isFinished = true
      return
    }
    let start = blocks.offset
    // What is drawn may reach over the step's end.
    let own = try numbers[start..<min(count, start + Self.stepSize + Self.blockSize)]
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.blockSize) { block in
      var place = 0
      while place < min(Self.stepSize, own.count) {
        guard let written = try? blocks.next(into: block), written > 0 else {
          isFinished = true
          return
        }
        for index in 0..<min(written, own.count - place) {
          let (number, drawn) = (own[place + index], block[index])
          if number.bitPattern == drawn.bitPattern { intact += 1 }
          sums.add(moved: Double(number), from: Double(drawn))
        }
        place += written
      }
    }
    if blocks.remaining == 0 { isFinished = true }
  }
}
