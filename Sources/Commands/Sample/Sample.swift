internal import ArgumentParser
private import Glibc
internal import Initializers
internal import Scenes
internal import WeightFiles

struct Sample: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the weights themselves.",
    discussion: """
      The numbers are float32, little-endian, row-major; raw is these bytes alone, those of the \
      PyTorch tensor. The format follows the ending of the file's name: .raw, .npy, .safetensors, \
      .csv; another ending is refused unless --format says what to write, and without an ending \
      it is raw. --format goes before the ending.

      A recipe draws several named tensors in order from one generator, as a model's \
      constructor does, into a safetensors file. A line is: NAME METHOD --shape …
      """)

  @OptionGroup var scene: TensorSceneArguments

  @Option(help: "A file of named tensors instead of a scene; - is standard input.")
  var recipe: String?

  @Option(
    help: "raw, npy, safetensors or csv; else by the file's name.",
    transform: { try Choice.parse($0, as: WeightFormat.self) })
  var format: WeightFormat?

  @Option(name: .shortAndLong, help: "The file to write; - is standard output.")
  var output: String?

  mutating func run() throws {
    let file = try weightFile()
    let isTerminal = isatty(STDOUT_FILENO) != 0
    if output == nil && isTerminal && !file.format.isText { throw OutputError.binaryToTerminal }
    for tensor in file.tensors {
      for warning in tensor.recipe.warningSentences {
        StandardError.print("initscope: warning: \(warning)")
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
    let format = try WeightFormat.of(
      output, asked: format, standard: recipe == nil ? .raw : .safetensors)
    guard let recipe else {
      return try WeightFile(scene.checkedScene(for: .tensor("sample")).tensor, format: format)
    }
    let seed = try scene.seedAlone()
    guard format == .safetensors else { throw RecipeFileError.format(format) }
    return WeightFile(try RecipeFile.read(recipe), seed: seed)
  }
}
