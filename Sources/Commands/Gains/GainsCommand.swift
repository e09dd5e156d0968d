internal import ArgumentParser
internal import MeanField
internal import Scenes
internal import Words

struct GainsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gains",
    abstract: Catalogue.english(Phrase("help.gains.abstract")))

  @Argument(help: .said(Phrase("help.gains.activation")))
  var activation: String?

  @Flag(help: .said(Phrase("help.json"))) var json = false

  mutating func run() throws {
    let activations = try activation.map { [try Activation(parsing: $0)] } ?? Activation.allCases
    let gains = activations.map(GainsDescription.init)
    let text =
      json
      ? try JSONText.encode(gains)
      : activations.count == 1 ? gains.map(\.text).joined() : GainsDescription.table(gains)
    try OutputFile.write(text, to: "-")
  }
}
