package import Initializers

/// A tensor's weights drawn in parts, each handed to a gatherer of its own, block by block.
///
/// The parts, and with them what is gathered, do not depend on the number of threads.
package struct SplitDraw<Gatherer: Sendable>: Sendable {
  /// What each part has gathered, in the order of the parts.
  package private(set) var gatherers: [Gatherer]

  /// The weights drawn so far.
  package private(set) var drawnCount = 0

  /// Whether all weights are drawn.
  package var isFinished: Bool { parts.allSatisfy { $0.remaining == 0 } }

  /// The generator as the tensor leaves it, once all weights are drawn.
  package var end: (any Generator)? { parts.lazy.compactMap(\.end).first }

  private var parts: [any WeightBlocks]

  /// Makes as many parts as there are gatherers.
  package init(_ draw: Draw, count: Int, generator: any Generator, gatherers: [Gatherer]) {
    self.init(
      gatherers.indices.map {
        StreamPart(draw, count: count, generator: generator, index: $0, of: gatherers.count)
      }, gatherers: gatherers)
  }

  /// Takes parts, each with its gatherer.
  package init(_ parts: [any WeightBlocks], gatherers: [Gatherer]) {
    (self.parts, self.gatherers) = (parts, gatherers)
  }

  /// Does a step of what must be done before the first block; false if there is nothing to do.
  ///
  /// - Throws: what `WeightStream.prepare()` throws.
  package mutating func prepare() throws(InitializerError) -> Bool {
    guard let index = parts.firstIndex(where: { !$0.isPrepared }) else { return false }
    try parts[index].prepare()
    return true
  }

  /// Starts again with the first weight and other gatherers, as many as there are parts.
  package mutating func rewind(_ gatherers: [Gatherer]) {
    self.gatherers = gatherers
    drawnCount = 0
    for index in parts.indices { parts[index].rewind() }
  }

  /// Takes something from each gatherer.
  package mutating func takeFromGatherers<Taken>(_ take: (inout Gatherer) -> Taken) -> [Taken] {
    gatherers.indices.map { take(&gatherers[$0]) }
  }

  /// The weights of each part that a step takes which can be watched: a tenth of a millisecond on one
  /// thread, and one where others must be woken.
  package var step: Int { parts.count > 1 ? 1 << 19 : 1 << 16 }

  /// Draws up to `limit` more weights of each part, on the threads of a team.
  ///
  /// - Parameter gather: takes a block of a part's weights, which it may overwrite, and the place of
  ///   the first of them in the tensor.
  /// - Throws: what `WeightStream.prepare()` throws.
  package mutating func advance(
    by limit: Int = .max, on team: WorkerTeam?,
    _ gather: @Sendable (inout Gatherer, UnsafeMutableBufferPointer<Float>, Int) -> Void
  ) throws(InitializerError) {
    guard !isFinished else { return }
    var drawn = [Result<Int, InitializerError>](repeating: .success(0), count: parts.count)
    let remaining = parts.reduce(0) { $0 + $1.remaining }
    parts.withUnsafeMutableBufferPointer { parts in
      gatherers.withUnsafeMutableBufferPointer { gatherers in
        drawn.withUnsafeMutableBufferPointer { drawn in
          // Every element is touched by one thread only.
          nonisolated(unsafe) let (parts, gatherers, drawn) = (parts, gatherers, drawn)
          @Sendable func work(_ thread: Int, of size: Int) {
            for index in stride(from: thread, to: parts.count, by: size) {
              drawn[index] = Result { () throws(InitializerError) in
                try Self.draw(&parts[index], atMost: limit, into: &gatherers[index], gather)
              }
            }
          }
          if let team, min(limit, remaining) >= WorkerTeam.leastWeights {
            team.run { work($0, of: team.size) }
          } else {
            work(0, of: 1)
          }
        }
      }
    }
    for part in drawn { drawnCount += try part.get() }
  }

  private static func draw(
    _ part: inout any WeightBlocks, atMost limit: Int, into gatherer: inout Gatherer,
    _ gather: (inout Gatherer, UnsafeMutableBufferPointer<Float>, Int) -> Void
  ) throws(InitializerError) -> Int {
    var drawn = 0
    try withUnsafeTemporaryAllocation(of: Float.self, capacity: SplitBlock.size) {
      block throws(InitializerError) in
      while drawn < limit {
        let offset = part.offset
        let count = try part.next(into: block)
        guard count > 0 else { return }
        gather(&gatherer, UnsafeMutableBufferPointer(rebasing: block[..<count]), offset)
        drawn += count
      }
    }
    return drawn
  }
}

/// The blocks that weights are drawn in.
enum SplitBlock {
  /// 32 KiB stay in the first-level cache between drawing and counting.
  static let size = 8192
}
