internal import ArgumentParser
private import Clamping
internal import Initializers
internal import Networks
internal import Scenes

struct Propagate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Send a signal through a deep network of the scene's layers, as numbers.",
    discussion: """
      Every layer is width × width, made by the scene's method from one generator; forward is the \
      mean square of pre-activations, backward that of their gradients. There is no residual \
      connection and no normalization. The verdict's factors, in words and in JSON, are of the \
      root mean square ("unit": "rms"): total is the last layer's over the first one's, from \
      layer 1 to L and for gradients from L to 1, and rate_per_layer its (L − 1)th root; both are \
      null where nothing or nothing finite is left. The kind is keeps, settles, vanishes or \
      explodes; words say shrinks or grows where the total is within a factor of 100.
      """)

  @OptionGroup var scene: NetworkSceneArguments

  @Flag(help: "Print JSON.") var json = false

  mutating func run() throws {
    let scene = try scene.checkedScene(for: .network("propagate"))
    let request = PropagationRequest(
      tensor: scene.tensor, network: try scene.network.network(for: scene.tensor))
    let report = try Self.report(request)
    let text =
      json
      ? try JSONText.encode(PropagationDescription(report)) : PropagationText(report).text
    try OutputFile.write(text, to: "-")
  }

  // Layer by layer, so that long work shows how far it is.
  private static func report(_ request: PropagationRequest) throws -> PropagationReport {
    var run = try PropagationRun(request)
    let steps = 1000
    var bar = ProgressBar(total: steps)
    defer { bar.clear() }
    while !run.isFinished {
      try run.advance()
      bar.advance(to: Int(clamping: run.progress * Double(steps)))
    }
    return run.snapshot()
  }
}
