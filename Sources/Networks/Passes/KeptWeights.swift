internal import Initializers

/// The layers' weights in drawing order and, for the backward pass, again in reverse.
///
/// Up to 256 MiB they are kept; beyond that the generators' states are, and layers are drawn again.
struct KeptWeights {
  private var draw: NetworkDraw
  private let areKept: Bool
  private var layers: [NetworkLayer] = []
  // Where the layers that are not kept began; the last one may have been prepared since.
  private var starts: [NetworkDraw] = []

  init(_ draw: NetworkDraw, network: Network, memoryLimit: Int = Network.memoryLimit) {
    self.draw = draw
    areKept = network.weightMemory <= memoryLimit
  }

  /// Whether the next layer, or the last one when going back, is there at once.
  func isPrepared(goingBack: Bool) -> Bool { pending(goingBack)?.isPrepared ?? true }

  /// Whether LAPACK has to draw it.
  func isUninterruptible(goingBack: Bool) -> Bool {
    pending(goingBack)?.isUninterruptible ?? false
  }

  /// Does a short step of drawing it.
  mutating func prepare(goingBack: Bool) throws(InitializerError) {
    if !goingBack {
      try draw.prepare()
    } else if !areKept, !starts.isEmpty {
      try starts[starts.count - 1].prepare()
    }
  }

  /// Draws the next layer.
  mutating func next() throws(PropagationError) -> NetworkLayer {
    if !areKept { starts.append(draw.unprepared) }
    let layer = try Self.next(&draw)
    if areKept { layers.append(layer) }
    return layer
  }

  /// Gives back the last layer that was not given back yet.
  mutating func takeLast() throws(PropagationError) -> NetworkLayer? {
    guard !areKept else { return layers.popLast() }
    guard var start = starts.popLast() else { return nil }
    return try Self.next(&start)
  }

  private func pending(_ goingBack: Bool) -> NetworkDraw? {
    goingBack ? (areKept ? nil : starts.last) : draw
  }

  private static func next(_ draw: inout NetworkDraw) throws(PropagationError) -> NetworkLayer {
    do { return try draw.next() } catch { throw .refused(error) }
  }
}
