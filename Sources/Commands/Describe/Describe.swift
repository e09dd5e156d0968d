internal import ArgumentParser
internal import Attribution
internal import Initializers
internal import Measurements
internal import Scenes
internal import Statistics
internal import WeightFiles
internal import Words

struct Describe: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Catalogue.spoken(Phrase("help.describe.abstract")),
    discussion: Catalogue.spoken(Phrase("help.describe.discussion")))

  @OptionGroup var scene: TensorSceneArguments

  @Option(help: .said(Phrase("help.describe.recipe")))
  var recipe: String?

  @Flag(help: .said(Phrase("help.json"))) var json = false

  @OptionGroup var language: LanguageArguments

  mutating func run() throws {
    if let recipe {
      let seed = try scene.seedAlone()
      return try OutputFile.write(
        modelText(try RecipeFile.read(recipe), seed: seed), to: "-")
    }
    let named = try scene.checkedScene(for: .tensor("describe", takesFiles: true))
    let source = try FileShelf.opened(named, fits: true).scene.tensor.source()
    var run = MeasurementRun(source)
    let measurement = try run.finish(
      showing: \.progress, of: source.shape.count, remark: { $0.bracket?.remark ?? "" })
    let text =
      json
      ? try JSONText.encode(Description(measurement)) : DescriptionText(measurement).text
    try OutputFile.write(text, to: "-")
  }

  private func modelText(_ model: ModelRecipe, seed: Seed) throws -> String {
    if json {
      var run = ModelMeasurementRun(model, seed: seed) { TensorDescription($0, $1) }
      let tensors = try run.finish(showing: \.progress, of: run.count)
      return try JSONText.encode(ModelDescription(seed: seed.bits, tensors: tensors))
    }
    var run = ModelMeasurementRun(model, seed: seed) { ModelText.row($0, $1) }
    let rows = try run.finish(showing: \.progress, of: run.count)
    return ModelText(rows, of: model, seed: seed).text
  }
}

extension KolmogorovBracket {
  /// Where the distance is for certain.
  fileprivate var remark: String {
    let ends = Numeral.outward(statistic, digits: 3)
    return Catalogue.spoken(
      Phrase(
        "progress.distance",
        [
          "least": .text(Numeral.general(ends.lowerBound, digits: 3)),
          "most": .text(Numeral.general(ends.upperBound, digits: 3)),
        ]))
  }
}
