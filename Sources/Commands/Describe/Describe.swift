internal import ArgumentParser
internal import Initializers
private import Mathematics
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
    let measurement = try Self.measure(drawn)
    let text =
      json
      ? try JSONText.encode(Description(measurement, of: drawn))
      : DescriptionText(measurement, of: drawn).text
    try OutputFile.write(text, to: "-")
  }

  // Block by block, so that long work shows how far it is.
  private static func measure(_ source: any WeightSource) throws -> Measurement {
    var run = MeasurementRun(source)
    let total = source.shape.count
    var bar = ProgressBar(total: total)
    defer { bar.clear() }
    while !run.isFinished {
      try run.advance()
      bar.advance(to: Int(clamping: run.progress * Double(total)))
    }
    return run.snapshot()
  }
}
