internal import ArgumentParser
internal import Measurements
internal import Scenes

struct Describe: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print fans, gain, law, theory and sample statistics, formula and PyTorch call.")

  @OptionGroup(title: "Scene") var scene: SceneArguments

  @Flag(help: "Print JSON.") var json = false

  mutating func run() throws {
    let measurement = try Measurement(of: scene.scene())
    let text =
      json
      ? try JSONText.encode(Description(measurement)) : DescriptionText(measurement).text
    try OutputFile.write(text, to: "-")
  }
}
