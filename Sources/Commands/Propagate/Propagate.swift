internal import ArgumentParser
internal import Networks
internal import Scenes
internal import Words

struct Propagate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Catalogue.spoken(Phrase("help.propagate.abstract")),
    discussion: Catalogue.spoken(Phrase("help.propagate.discussion")))

  @OptionGroup var scene: NetworkSceneArguments

  @Flag(help: .said(Phrase("help.json"))) var json = false

  @OptionGroup var language: LanguageArguments

  mutating func run() throws {
    let scene = try scene.checkedScene(for: .network("propagate"))
    let request = PropagationRequest(
      tensor: scene.tensor, network: try scene.network.network(for: scene.tensor))
    var run = try PropagationRun(request)
    let report = try run.finish(showing: \.progress, of: 1000)
    let text =
      json ? try JSONText.encode(PropagationDescription(report)) : PropagationText(report).text
    try OutputFile.write(text, to: "-")
  }
}
