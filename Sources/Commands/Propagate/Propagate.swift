internal import ArgumentParser
private import Clamping
internal import Propagation
internal import Scenes

struct Propagate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Send a signal through a deep network of the scene's layers, as numbers.",
    discussion: """
      Every layer is width × width, made by the scene's method from one generator; forward is the \
      mean square of pre-activations, backward that of their gradients.
      """)

  @OptionGroup(title: "Scene") var scene: SceneArguments

  @Flag(help: "Print JSON.") var json = false

  mutating func run() throws {
    let scene = try scene.scene()
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
