internal import Scenes

/// The layers' weights in drawing order and, for the backward pass, again in reverse.
///
/// Up to 256 MiB they are kept; beyond that the generators' states are, and layers are drawn again.
struct KeptWeights {
  private var draw: NetworkDraw
  private let areKept: Bool
  private var layers: [NetworkLayer] = []
  private var starts: [NetworkDraw] = []

  init(_ draw: NetworkDraw, network: Network, memoryLimit: Int = Network.memoryLimit) {
    self.draw = draw
    areKept = network.weightMemory <= memoryLimit
  }

  /// Draws the next layer.
  mutating func next() -> NetworkLayer {
    if !areKept { starts.append(draw) }
    let layer = draw.next()
    if areKept { layers.append(layer) }
    return layer
  }

  /// Gives back the last layer that was not given back yet.
  mutating func takeLast() -> NetworkLayer? {
    guard areKept else {
      var start = starts.popLast()
      return start?.next()
    }
    return layers.popLast()
  }

  /// Whether giving back a layer means drawing it.
  var isDrawnTwice: Bool { !areKept }
}
