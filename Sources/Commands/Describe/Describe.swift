internal import ArgumentParser
internal import Initializers
internal import Measurements
internal import Scenes
internal import Words

struct Describe: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Catalogue.english(Phrase("help.describe.abstract")),
    discussion: Catalogue.english(Phrase("help.describe.discussion")))

  @OptionGroup var scene: TensorSceneArguments

  @Flag(help: .said(Phrase("help.json"))) var json = false

  mutating func run() throws {
    let drawn = try DrawnWeights(scene.checkedScene(for: .tensor("describe")).tensor)
    var run = MeasurementRun(drawn)
    let measurement = try run.finish(showing: \.progress, of: drawn.shape.count)
    let text =
      json
      ? try JSONText.encode(Description(measurement, of: drawn))
      : DescriptionText(measurement, of: drawn).text
    try OutputFile.write(text, to: "-")
  }
}
