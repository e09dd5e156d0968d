internal import Initializers
internal import Mathematics
internal import Words

/// The places beside other tensors' for a tensor of which training has left no number alone.
///
/// What was drawn there resembles what became of it.
struct MovedStage: BirthStage {
  private let hypotheses: [BirthHypothesis]
  private let known: KnownBirths
  // The hypothesis that comes next.
  private var index = 0
  // The best place so far, and how far the numbers have moved from it.
  private var best: (origin: Origin, distance: Double)?

  // The numbers that are compared.
  private static let size = 1 << 16

  init?(_ hypotheses: [BirthHypothesis], near known: KnownBirths) {
    let sequential = hypotheses.filter { $0.framework.drawsInSequence || !$0.framework.isKeras }
    guard !known.isEmpty, !sequential.isEmpty else { return nil }
    (self.hypotheses, self.known) = (sequential, known)
  }

  var progress: Double { Double(index) / Double(hypotheses.count) }
  var phrase: Phrase { Phrase("birth.stage.moved") }

  mutating func advance(_ numbers: TensorNumbers) throws(BirthError) -> StageStep {
    guard index < hypotheses.count else { return .over }
    let hypothesis = hypotheses[index]
    index += 1
    let head = try numbers[0..<Self.size]
    for origin in known.origins(of: hypothesis) {
      guard let drawn = drawn(origin, count: head.count) else { continue }
      var sums = PairSums()
      for (number, drawn) in zip(head, drawn) where number.isFinite {
        sums.add(Double(number), Double(drawn))
      }
      guard sums.isRelated, sums.correlation > 0 else { continue }
      // Laws of one form differ by their scale alone: a layer's default is the first guess, else the nearest.
      if let best, best.origin.isLayer || best.distance <= sums.distance { continue }
      best = (origin, sums.distance)
    }
    guard index == hypotheses.count else { return .going }
    return StageStep(origins: best.map { [$0.origin] } ?? [], isOver: true, isOfMoved: true)
  }

  private func drawn(_ origin: Origin, count: Int) -> [Float]? {
    guard let draw = origin.hypothesis.draw else { return nil }
    var stream = WeightStream(
      draw, count: origin.hypothesis.shape.count, generator: known.places.generator(of: origin))
    var drawn: [Float] = []
    while drawn.count < count {
      let written = withUnsafeTemporaryAllocation(of: Float.self, capacity: 1024) { block in
        let written = (try? stream.next(into: block)) ?? 0
        drawn += block[..<written]
        return written
      }
      guard written > 0 else { return nil }
    }
    return Array(drawn.prefix(count))
  }
}
