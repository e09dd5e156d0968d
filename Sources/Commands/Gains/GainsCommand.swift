internal import ArgumentParser
internal import MeanField

struct GainsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gains",
    abstract: "Compute the gains of activations beside PyTorch's, and say what each keeps.")

  @Argument(help: "An activation, such as gelu or leaky_relu:0.2; else all of them.")
  var activation: String?

  @Flag(help: "Print JSON.") var json = false

  mutating func run() throws {
    let activations = try activation.map { [try Activation(parsing: $0)] } ?? Activation.allCases
    let gains = activations.map(GainsDescription.init)
    let text =
      json
      ? try JSONText.encode(gains)
      : activations.count == 1
        ? gains.map(\.text).joined() : GainsDescription.table(gains)
    try OutputFile.write(text, to: "-")
  }
}
