internal import ArgumentParser
private import Glibc
internal import Initializers
internal import Scenes
internal import WeightFiles
internal import Words

struct Sample: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Catalogue.spoken(Phrase("help.sample.abstract")),
    discussion: Catalogue.spoken(
      Phrase("help.sample.discussion", ["endings": .text(WeightFormat.endings)])))

  @OptionGroup var scene: TensorSceneArguments

  @Option(help: .said(Phrase("help.sample.recipe")))
  var recipe: String?

  @Option(
    help: .said(
      Phrase("help.sample.format", ["names": .alternatives(WeightFormat.allCases.map(\.rawValue))])),
    transform: Choice.spoken { try Choice.parse($0, as: WeightFormat.self) })
  var format: WeightFormat?

  @Option(name: .shortAndLong, help: .said(Phrase("help.sample.output")))
  var output: String?

  @OptionGroup var language: LanguageArguments

  mutating func run() throws {
    let file = try weightFile()
    let isTerminal = isatty(STDOUT_FILENO) != 0
    if output == nil && isTerminal && !file.format.isText { throw OutputError.binaryToTerminal }
    for tensor in file.tensors {
      for warning in tensor.recipe.warningSentences {
        StandardError.print(
          Catalogue.spoken(Phrase("said.warning", ["sentence": .text(warning)])))
      }
    }
    let path = output ?? "-"
    var bar = ProgressBar(total: file.count, isAllowed: path != "-" || !isTerminal)
    defer { bar.clear() }
    var sink = try OutputFile(path)
    try file.write(into: &sink) { bar.advance(by: $0) }
    try sink.commit()
  }

  private func weightFile() throws -> WeightFile {
    let isLayer = recipe == nil && scene.isWholeLayer
    let format = try WeightFormat.of(
      output, asked: format, standard: recipe == nil && !isLayer ? .raw : .safetensors)
    guard let recipe else {
      let tensor = try scene.checkedScene(for: .tensor("sample")).tensor
      guard isLayer, let layer = tensor.layer else { return try WeightFile(tensor, format: format) }
      guard format == .safetensors else { throw LayerFormatError(format: format) }
      return try WeightFile(layer.call, in: tensor.framework, seed: tensor.seed)
    }
    let seed = try scene.seedAlone()
    guard format == .safetensors else { throw RecipeFormatError(format: format) }
    return WeightFile(try RecipeFile.read(recipe), seed: seed)
  }
}
