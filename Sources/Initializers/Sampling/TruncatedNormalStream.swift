private import Mathematics

/// `trunc_normal_` of PyTorch 2.13 from normals, block by block.
///
/// PyTorch draws the whole tensor again and again, each time for the places that do not fit yet. What a
/// place holds in the end is the first number that fits among those it was given, so all the passes
/// can go side by side, each with a generator that stands where the pass has come to. A pass draws
/// only the blocks with places that have waited for it.
struct TruncatedNormalStream: Sendable {
  /// One time through the tensor.
  private struct Pass: Sendable {
    // Where the pass begins, and how far it has come.
    let start: any Generator
    var numbers: BlockStream
  }

  private let draw: Draw
  private let count: Int
  private let acceptance: TruncatedNormalAcceptance
  // Passes that are likely to be needed; their generators are found before the first block.
  private let expected: Int
  private var passes: [Pass] = []
  // Passes that were needed.
  private var used = 1
  // On the way from the last pass's start to its end.
  private var ahead: NormalsPassedOver?

  init(_ law: TruncatedNormal, count: Int, generator: any Generator) {
    self.count = count
    draw = .normal(mean: law.location, std: law.signedScale)
    acceptance = TruncatedNormalAcceptance(law)
    expected = count == 0 ? 0 : Int(clamping: acceptance.expectedPasses(count: count)) + 1
    begin(generator)
  }

  private mutating func begin(_ generator: any Generator) {
    passes.append(
      Pass(start: generator, numbers: BlockStream(draw, count: count, generator: generator)))
  }

  /// Whether the passes that are likely to be needed are at hand.
  var isPrepared: Bool { passes.count >= expected }

  /// Comes nearer to where the next pass begins.
  mutating func prepare() {
    var passed =
      ahead ?? NormalsPassedOver(draw, count: count, generator: passes[passes.count - 1].start)
    passed.advance()
    ahead = passed.isFinished ? nil : passed
    if passed.isFinished { begin(passed.generator) }
  }

  /// Writes the next weights and returns how many.
  mutating func next(into block: UnsafeMutableBufferPointer<Float>) -> Int {
    let start = count - passes[0].numbers.remaining
    let written = passes[0].numbers.next(into: block)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: block.count) { waiting in
      var left = 0
      for place in 0..<written {
        waiting[left] = place
        left += acceptance.isInside(block[place]) ? 0 : 1
      }
      if left > 0 { fit(waiting[..<left], of: block, at: start) }
    }
    return written
  }

  // Draws a block's places anew until they fit.
  private mutating func fit(
    _ places: Slice<UnsafeMutableBufferPointer<Int>>,
    of block: UnsafeMutableBufferPointer<Float>, at start: Int
  ) {
    var waiting = places
    withUnsafeTemporaryAllocation(of: Float.self, capacity: block.count) { scratch in
      var pass = 1
      while !waiting.isEmpty {
        while passes.count <= pass { prepare() }
        passes[pass].numbers.skip(start - (count - passes[pass].numbers.remaining))
        _ = passes[pass].numbers.next(into: scratch)
        var left = waiting.startIndex
        for index in waiting.indices {
          let place = waiting[index]
          block[place] = scratch[place]
          waiting[left] = place
          left += acceptance.isInside(scratch[place]) ? 0 : 1
        }
        waiting = waiting[..<left]
        pass += 1
      }
      used = max(used, pass)
    }
  }

  /// Starts again with the first weight.
  mutating func rewind() {
    for index in passes.indices {
      passes[index].numbers = BlockStream(draw, count: count, generator: passes[index].start)
    }
  }

  /// The generator after the last pass that was needed.
  var end: any Generator {
    var whole = self
    while whole.passes.count <= used { whole.prepare() }
    return count == 0 ? passes[0].start : whole.passes[used].start
  }
}

/// A tensor's normal numbers passed over step by step, to where the generator stands after them.
struct NormalsPassedOver: Sendable {
  /// The generator on the way.
  private(set) var generator: any Generator
  private let draw: Draw
  private let count: Int
  private var left: Int

  // A fraction of a millisecond.
  private static let stepSize = 1 << 21

  init(_ draw: Draw, count: Int, generator: any Generator) {
    (self.draw, self.count, self.generator) = (draw, count, generator)
    // `normal_` draws a tensor's last 16 numbers anew if there are some over.
    left = count == 0 ? 0 : count + (count.isMultiple(of: 16) ? 0 : 16)
  }

  /// Whether all are passed over.
  var isFinished: Bool { left == 0 }

  /// Passes over some more.
  mutating func advance() {
    guard count < 16 else {
      let step = min(left, Self.stepSize)
      generator.skip(step)
      left -= step
      return
    }
    // So few are drawn one by one, in pairs of which half may be left over.
    var stream = BlockStream(draw, count: count, generator: generator)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: WeightStream.smallestBlock) {
      _ = stream.next(into: $0)
    }
    (generator, left) = (stream.generator, 0)
  }
}
