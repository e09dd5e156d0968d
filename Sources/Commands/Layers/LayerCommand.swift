internal import ArgumentParser
internal import Initializers
internal import Measurements
internal import Scenes
internal import Words

struct LayerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layer", abstract: Catalogue.spoken(Phrase("help.layer.abstract")),
    discussion: Catalogue.spoken(Phrase("help.layer.discussion")))

  @OptionGroup var scene: TensorSceneArguments

  @Option(help: .said(Phrase("help.layer.from"))) var from: String?

  @Option(help: .said(Phrase("help.layer.to"))) var to: String?

  @Flag(help: .said(Phrase("help.json"))) var json = false

  @OptionGroup var language: LanguageArguments

  mutating func run() throws {
    let asked = try scene.tensor.askedLayer()
    if let to {
      let origin = try from.map(Framework.named) ?? asked.framework ?? .pyTorch
      let text = try PortText(asked.call, from: origin, to: Framework.named(to)).text
      return try OutputFile.write(text, to: "-")
    }
    if let from { throw LayerPortError(from: from) }
    // One that is asked for must have it.
    if let framework = asked.framework {
      _ = try asked.call.tensors(in: framework)
      let request = LayerRequest(asked.call, in: [framework], seed: asked.seed)
      if let absence = LayerMeasurement(request).absence(in: framework) {
        throw LayerAbsence(phrase: absence)
      }
    }
    let frameworks =
      asked.framework.map { [$0] }
      ?? (json ? Framework.all : Framework.ofDifferentLaws)
    var run = try LayerRequest(asked.call, in: frameworks, seed: asked.seed).begin()
    let measurement = try run.finish(showing: \.progress, of: run.count)
    guard json else { return try OutputFile.write(LayerText(measurement).text, to: "-") }
    let all = LayerDescription.all(of: measurement)
    // One alone is no list.
    let text =
      asked.framework == nil ? try JSONText.encode(all) : try JSONText.encode(all[0])
    try OutputFile.write(text, to: "-")
  }
}

/// Why a framework has no numbers of a layer.
struct LayerAbsence: Error, Worded {
  let phrase: Phrase
}

/// `--from` without `--to`.
struct LayerPortError: Error, Worded {
  let from: String

  var phrase: Phrase { Phrase("error.layer.from", ["from": .text(from.excerpt)]) }
}
