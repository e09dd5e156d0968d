internal import ArgumentParser
private import Glibc
internal import Initializers
internal import Scenes

struct Sample: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the weights themselves.",
    discussion: "raw is float32, little-endian, row-major: the bytes of the PyTorch tensor.")

  @OptionGroup(title: "Scene") var scene: SceneArguments

  @Option(help: "raw.") var format = WeightFormat.raw

  @Option(name: .shortAndLong, help: "The file to write; - is standard output.")
  var output: String?

  mutating func run() throws {
    let scene = try scene.scene()
    if output == nil && isatty(STDOUT_FILENO) != 0 { throw OutputError.binaryToTerminal }
    let recipe = try scene.recipe()
    for warning in recipe.warnings { StandardError.print("initscope: warning: \(warning.message)") }
    var stream = WeightStream(
      recipe.draw, count: recipe.shape.count, generator: Generator(seed: scene.seed))
    var file = try OutputFile(output ?? "-")
    let block = UnsafeMutableBufferPointer<Float>.allocate(capacity: 1 << 15)
    defer { block.deallocate() }
    while case let count = stream.next(into: block), count > 0 {
      let weights = UnsafeMutableBufferPointer(rebasing: block[..<count])
      weights.storeLittleEndian()
      try file.write(UnsafeRawBufferPointer(weights))
    }
    try file.commit()
  }
}

/// The files that weights are written as.
enum WeightFormat: String, ExpressibleByArgument, CaseIterable {
  case raw
}

extension UnsafeMutableBufferPointer<Float> {
  /// Puts each number's bytes in little-endian order, which most machines have anyway.
  fileprivate func storeLittleEndian() {
    #if _endian(big)
      for index in indices {
        self[index] = Float(bitPattern: self[index].bitPattern.littleEndian)
      }
    #endif
  }
}
