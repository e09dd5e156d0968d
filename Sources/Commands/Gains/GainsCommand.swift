internal import ArgumentParser
internal import MeanField
internal import Scenes
internal import Words

struct GainsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gains",
    abstract: Catalogue.spoken(Phrase("help.gains.abstract")))

  @Argument(help: .said(Phrase("help.gains.activation")))
  var activation: String?

  @Flag(help: .said(Phrase("help.json"))) var json = false

  @OptionGroup var language: LanguageArguments

  mutating func run() throws {
    let activations = try activation.map { [try Activation(parsing: $0)] } ?? Activation.allCases
    let words: Catalogue = json ? .english : .spoken
    let gains = activations.map { GainsDescription($0, in: words) }
    let text =
      json
      ? try JSONText.encode(gains)
      : activations.count == 1
        ? gains.map { $0.text(in: words) }.joined() : GainsDescription.table(gains, in: words)
    try OutputFile.write(text, to: "-")
  }
}
