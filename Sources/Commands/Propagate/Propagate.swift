internal import ArgumentParser
private import Mathematics
internal import Networks
internal import Scenes
internal import Words

struct Propagate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Catalogue.english(Phrase("help.propagate.abstract")),
    discussion: Catalogue.english(Phrase("help.propagate.discussion")))

  @OptionGroup var scene: NetworkSceneArguments

  @Flag(help: .said(Phrase("help.json"))) var json = false

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
