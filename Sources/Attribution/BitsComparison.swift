internal import Births
internal import Initializers
internal import Measurements
internal import WeightFiles

/// A file's tensor beside the numbers that a seed gives it, block by block.
struct BitsComparison: Sendable {
  private let count: Int
  private var parts: [Part]
  private let loan: WorkerTeam.Loan?

  /// Begins to draw.
  ///
  /// - Parameter entry: where the file has the tensor; nil of one that is only drawn.
  init(_ claim: BitsClaim, _ entry: TensorEntry?, from generator: any Generator) {
    count = claim.recipe.shape.count
    let isSeekable = entry.map { $0.isContiguous && !$0.isCompressed } ?? true
    loan = isSeekable ? WorkerTeam.loan(for: count) : nil
    let source = DrawnWeights(claim.recipe, seed: claim.seed, generator: generator)
    let leeway = claim.recipe.draw.leeway
    parts = source.shares(loan?.team.size ?? 1).map { Part($0, entry, leeway: leeway) }
  }

  /// Whether all is compared.
  var isFinished: Bool { parts.allSatisfy { $0.blocks.remaining == 0 } }

  /// Whether the next step cannot be given up halfway.
  var isUninterruptible: Bool { parts.contains { $0.blocks.isUninterruptible } }

  /// The numbers that are compared so far.
  var doneCount: Int { count - parts.reduce(0) { $0 + $1.blocks.remaining } }

  /// The generator as the tensor leaves it.
  var end: (any Generator)? { parts.lazy.compactMap(\.blocks.end).first }

  /// How the numbers so far agree.
  var agreement: BitsAgreement {
    var sums = PairSums()
    for part in parts { sums.merge(part.sums) }
    return BitsAgreement(
      same: parts.reduce(0) { $0 + $1.same }, count: count,
      other: parts.compactMap(\.other).min { $0.index < $1.index },
      movement: BitsAgreement.Movement(sums))
  }

  /// Compares some more.
  ///
  /// - Throws: `TensorFileError`, or `InitializerError` as drawing has it.
  mutating func advance() throws {
    guard let loan, parts.count > 1 else { return try parts[0].advance() }
    parts.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let parts = buffer
      loan.team.run { thread in
        guard thread < parts.count else { return }
        do { try parts[thread].advance() } catch { parts[thread].failure = error }
      }
    }
    for case let failure? in parts.map(\.failure) { throw failure }
  }
}

/// A share of a tensor.
private struct Part: Sendable {
  var blocks: any WeightBlocks
  private(set) var same = 0
  private(set) var other: BitsAgreement.Other?
  private(set) var sums = PairSums()
  var failure: (any Error)?

  private let entry: TensorEntry?
  private let leeway: Double
  // The file's numbers, and the place of the next.
  private var values: TensorValues?
  private var place = 0

  // Some milliseconds.
  private static let step = 1 << 20
  private static let blockSize = 1 << 15

  init(_ blocks: any WeightBlocks, _ entry: TensorEntry?, leeway: Double) {
    (self.blocks, self.entry, self.leeway) = (blocks, entry, leeway)
  }

  mutating func advance() throws {
    guard blocks.isPrepared else { return try blocks.prepare() }
    try withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.blockSize) { block in
      var done = 0
      while done < Self.step {
        let start = blocks.offset
        let count = try blocks.next(into: block)
        if count == 0 { break }
        if let entry {
          try compare(UnsafeBufferPointer(rebasing: block[..<count]), with: entry, at: start)
        }
        done += count
      }
    }
  }

  private mutating func compare(
    _ block: UnsafeBufferPointer<Float>, with entry: TensorEntry, at start: Int
  ) throws {
    if values == nil || place != start { values = try entry.values(start..<entry.count) }
    place = start + block.count
    // What is drawn is rounded as frameworks convert a tensor.
    switch entry.type {
    case .float64: try compare(block, at: start) { Double($0) }
    case .float16: try compare(block, at: start) { Float(Float16($0)) }
    case .bfloat16: try compare(block, at: start) { $0.roundedToUpperHalf }
    default: try compare(block, at: start) { $0 }
    }
  }

  private mutating func compare<Value: TensorValue>(
    _ block: UnsafeBufferPointer<Float>, at start: Int, as convert: (Float) -> Value
  ) throws {
    let tolerance = Tolerance(leeway: leeway, rounding: entry?.type.rounding ?? 0)
    try withUnsafeTemporaryAllocation(of: Value.self, capacity: block.count) { own in
      let count = try values?.fill(own) ?? 0
      var same = 0
      var sums = PairSums()
      for index in 0..<count {
        let (number, claimed) = (own[index], convert(block[index]))
        sums.add(moved: Double(number), from: Double(claimed))
        if tolerance.holds(number, claimed) {
          same += 1
        } else if other == nil {
          other = BitsAgreement.Other(
            index: start + index, own: "\(number)", claimed: "\(claimed)")
        }
      }
      self.same += same
      self.sums.merge(sums)
    }
  }
}

/// What tells a number from the one that is claimed, apart from all that a share refers to: asked of every number.
private struct Tolerance {
  let leeway: Double
  let rounding: Double

  @inline(__always)
  func holds<Value: TensorValue>(_ own: Value, _ claimed: Value) -> Bool {
    if own == claimed { return own.sign == claimed.sign || leeway > 0 }
    if own.isNaN { return claimed.isNaN }
    guard leeway > 0 else { return false }
    let ulp = 2 * rounding * Double(claimed).magnitude
    return (Double(own) - Double(claimed)).magnitude <= leeway + ulp
  }
}

extension Draw {
  // How far numbers may be apart that are one: LAPACK's rounding differs between builds.
  fileprivate var leeway: Double {
    if case .orthogonal(_, _, let gain, _) = self { 1e-5 * gain.magnitude } else { 0 }
  }
}

extension Float {
  // The nearest of bfloat16, to even where two are.
  fileprivate var roundedToUpperHalf: Float {
    guard isFinite else { return self }
    let half: UInt32 = 0x7FFF &+ (bitPattern &>> 16 & 1)
    return Float(bitPattern: (bitPattern &+ half) & 0xFFFF_0000)
  }
}
