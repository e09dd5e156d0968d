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
  package var isFinished: Bool { parts.allSatisfy(\.isFinished) }

  private let count: Int
  private var parts: [StreamPart]

  /// Makes as many parts as there are gatherers.
  package init(_ draw: Draw, count: Int, generator: any Generator, gatherers: [Gatherer]) {
    self.count = count
    self.gatherers = gatherers
    parts = gatherers.indices.map {
      StreamPart(draw, count: count, generator: generator, index: $0, of: gatherers.count)
    }
  }

  /// Draws up to `limit` more weights of each part, on the threads of a team.
  ///
  /// - Throws: what `WeightStream.prepare()` throws.
  package mutating func advance(
    by limit: Int = .max, on team: WorkerTeam,
    _ gather: @Sendable (inout Gatherer, UnsafeBufferPointer<Float>) -> Void
  ) throws(InitializerError) {
    guard !isFinished else { return }
    var drawn = [Result<Int, InitializerError>](repeating: .success(0), count: parts.count)
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
          if min(limit, count) < WorkerTeam.leastWeights {
            work(0, of: 1)
          } else {
            team.run { work($0, of: team.size) }
          }
        }
      }
    }
    for part in drawn { drawnCount += try part.get() }
  }

  private static func draw(
    _ part: inout StreamPart, atMost limit: Int, into gatherer: inout Gatherer,
    _ gather: (inout Gatherer, UnsafeBufferPointer<Float>) -> Void
  ) throws(InitializerError) -> Int {
    var drawn = 0
    try withUnsafeTemporaryAllocation(of: Float.self, capacity: SplitBlock.size) {
      block throws(InitializerError) in
      while drawn < limit, case let count = try part.next(into: block), count > 0 {
        gather(&gatherer, UnsafeBufferPointer(rebasing: block[..<count]))
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
