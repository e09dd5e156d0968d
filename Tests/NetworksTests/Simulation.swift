import Initializers
import MeanField
import Networks
import Scenes

/// Runs to their end.
enum Simulation {
  static func report(
    _ line: String, depth: Int, width: Int, activation: Activation, batch: Int = 64,
    input: NetworkInput = .gaussian, hasBias: Bool = false, prefersShortcut: Bool = false
  ) throws -> PropagationReport {
    let network = try Network(
      depth: depth, width: width, activation: activation, batch: batch, input: input,
      hasBias: hasBias)
    return try report(
      PropagationRequest(
        tensor: try Tensor(parsing: line), network: network, prefersShortcut: prefersShortcut))
  }

  static func report(_ request: PropagationRequest) throws -> PropagationReport {
    var run = try PropagationRun(request)
    while !run.isFinished { try run.advance() }
    return run.snapshot()
  }

  /// The mean square of z at every layer, for several seeds.
  static func lengths(
    _ line: String, seeds: Range<Int>, depth: Int, width: Int, activation: Activation,
    batch: Int = 64, hasBias: Bool = false
  ) throws -> [[Double]] {
    let network = try Network(
      depth: depth, width: width, activation: activation, batch: batch, hasBias: hasBias)
    var request = PropagationRequest(tensor: try Tensor(parsing: line), network: network)
    return try seeds.map { seed in
      request.tensor.seed = Seed(UInt64(seed))
      return try report(request).layers.map(\.preActivations.meanSquare)
    }
  }
}

extension [[Double]] {
  func mean(layer: Int) -> Double { map { $0[layer - 1] }.reduce(0, +) / Double(count) }
}
