private import Glibc

/// `trunc_normal_` of PyTorch 2.13: the whole tensor is drawn again and again, each time for the
/// places whose weights do not fit yet.
///
/// A pass draws normals, of which those outside the interval do not fit; or where few would fit,
/// uniform candidates and then what decides on them: each is kept with probability density/peak.
struct TruncatedNormalDraw: KeptDraw {
  private let law: TruncatedNormal
  private let acceptance: TruncatedNormalAcceptance
  private let drawsNormals: Bool
  private(set) var weights: [Float]
  // The places that do not fit yet; so many of the first are found not to fit by the pass under way.
  private var pending: [Int]
  private var left = 0
  // The pass under way: its numbers, where its next block begins, the next of the pending places.
  private var numbers: BlockStream?
  private var start = 0
  private var next = 0
  private var isDeciding = false

  private static let blockSize = 8192

  init(_ law: TruncatedNormal, count: Int) {
    self.law = law
    acceptance = TruncatedNormalAcceptance(law)
    drawsNormals = law.isDrawnFromNormals
    weights = [Float](repeating: 0, count: count)
    pending = Array(weights.indices)
  }

  var isFinished: Bool { pending.isEmpty }

  // A block of one pass.
  mutating func advance(_ generator: inout any Generator) {
    guard !isFinished else { return }
    var stream = numbers ?? BlockStream(draw, count: weights.count, generator: generator)
    numbers = nil
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.blockSize) { block in
      let end = start + stream.next(into: block)
      while next < pending.count, pending[next] < end {
        take(block[pending[next] - start], at: pending[next])
        next += 1
      }
      start = end
    }
    guard stream.remaining == 0 else {
      numbers = stream
      return
    }
    generator = stream.generator
    (start, next) = (0, 0)
    if !drawsNormals { isDeciding.toggle() }
    guard !isDeciding else { return }
    pending.removeSubrange(left...)
    left = 0
  }

  private var draw: Draw {
    if drawsNormals { return .normal(mean: law.location, std: law.signedScale) }
    return isDeciding ? .uniform(low: 0, high: 1) : .uniform(low: law.low, high: law.high)
  }

  private mutating func take(_ number: Float, at place: Int) {
    if isDeciding {
      // Refused only if greater: a NaN is kept, as PyTorch keeps it.
      if Float(log(Double(number))) > acceptance.logProbability(of: weights[place]) {
        leave(place)
      }
    } else {
      weights[place] = number
      if drawsNormals, !acceptance.isInside(number) { leave(place) }
    }
  }

  // The places before the one under way are done with, so that there is room.
  private mutating func leave(_ place: Int) {
    pending[left] = place
    left += 1
  }
}
