public import ArgumentParser
internal import Initializers
internal import MeanField

/// The words of a scene, shared by the command line, the `:` prompt and files of scenes.
public struct SceneArguments: ParsableArguments {
  @Argument(help: "A method of torch.nn.init, for example xavier_uniform.")
  var method: String?

  @Option(parsing: .unconditional, help: "The tensor's shape, [out, in, kernel…]: 256,128.")
  var shape: String?

  @Option(parsing: .unconditional, help: "The seed, as torch.manual_seed takes it.")
  var seed: String?

  @Option(parsing: .unconditional, help: "A number, or a nonlinearity: tanh, leaky_relu:0.2.")
  var gain: String?

  @Option(
    parsing: .unconditional,
    help: "uniform, trunc_normal: the lower end; kaiming: leaky_relu's slope.")
  var a: String?

  @Option(parsing: .unconditional, help: "uniform, trunc_normal: the upper end.")
  var b: String?

  @Option(parsing: .unconditional, help: "fan_in or fan_out.")
  var mode: String?

  @Option(parsing: .unconditional, help: "A name that calculate_gain knows: relu, tanh, selu.")
  var nonlinearity: String?

  @Option(parsing: .unconditional, help: "The mean.")
  var mean: String?

  @Option(parsing: .unconditional, help: "The standard deviation.")
  var std: String?

  @Option(parsing: .unconditional, help: "constant: the value.")
  var val: String?

  @Option(parsing: .unconditional, help: "dirac: the groups of channels.")
  var groups: String?

  @Option(parsing: .unconditional, help: "sparse: the share of zeros in a column.")
  var sparsity: String?

  @Option(help: "distribution, propagation or matrix.")
  var view: String?

  @Option(help: "density, ecdf, qq, tails or histogram; else what the screen has room for.")
  var panel: String?

  @Option(help: "A rule by numpy's name (fd, scott, sqrt, …), columns, or a number.")
  var bins: String?

  @Option(parsing: .unconditional, help: "The layers of the network, from 1 to 1000.")
  var depth: String?

  @Option(parsing: .unconditional, help: "The neurons of a layer; else the tensor's first extent.")
  var width: String?

  @Option(help: "What follows a layer: relu, tanh, gelu, leaky_relu:0.2; else the nonlinearity.")
  var activation: String?

  @Option(parsing: .unconditional, help: "The inputs sent through at once.")
  var batch: String?

  @Option(help: "What is sent through: gaussian or uniform.")
  var input: String?

  @Flag(inversion: .prefixedNo, help: "Whether layers have a bias, as nn.Linear draws it.")
  var bias: Bool?

  @Option(help: "Another scene to compare with, in quotes: \"xavier_normal --seed 1\"; or none.")
  var pin: String?

  /// Makes arguments that parsing fills.
  public init() {}

  /// The scene the words describe.
  ///
  /// A method starts a new scene; without one the words change the scene given.
  ///
  /// - Throws: `InitializerError` for what PyTorch refuses, `SceneError` or another error with a
  ///   sentence for a word that is wrong.
  public func scene(
    changing present: Scene = .first, keepsView: Bool = false
  ) throws -> Scene {
    var scene = present
    if let method {
      let method = try Method(parsing: method)
      let tensor = Tensor(initializer: Initializer(method), shape: .standard(for: method))
      if keepsView { scene.tensor = tensor } else { scene = Scene(tensor) }
    }
    if let shape { scene.shape = try Shape(parsing: shape) }
    if let seed { scene.seed = try Seed(parsing: seed) }
    for (parameter, text) in values {
      do {
        try scene.initializer.set(parameter, to: text)
      } catch {
        throw SceneError(description: error.advised)
      }
    }
    if let view {
      guard let known = View(rawValue: view) else { throw SceneError.unknownView(view) }
      scene.view = known
    }
    if let panel {
      guard let known = Panel(rawValue: panel) else { throw SceneError.unknownPanel(panel) }
      scene.panel = known
    }
    if let bins { scene.bins = try BinChoice(parsing: bins) }
    try chooseNetwork(&scene.network)
    if let pin { scene.pin = try pin == "none" ? nil : Self.pin(pin) }
    _ = try scene.recipe()
    return scene
  }

  private func chooseNetwork(_ network: inout NetworkChoice) throws {
    if let depth { network.depth = try Self.count(depth, "depth", Network.depths) }
    if let width { network.width = try Self.count(width, "width", Network.widths) }
    if let batch { network.batch = try Self.count(batch, "batch", Network.batches) }
    if let activation { network.activation = try Activation(parsing: activation) }
    if let input {
      guard let known = NetworkInput(rawValue: input) else { throw SceneError.unknownInput(input) }
      network.input = known
    }
    if let bias { network.hasBias = bias }
  }

  private static func count(
    _ text: String, _ option: String, _ range: ClosedRange<Int>
  ) throws(SceneError) -> Int {
    guard let count = Int(text), range.contains(count) else {
      throw SceneError(description: NetworkError.sentence(option, range, "'\(text)'"))
    }
    return count
  }

  private static func pin(_ line: String) throws(SceneError) -> Pin {
    do {
      let scene = try Scene(parsing: line)
      return Pin(scene.tensor, network: scene.network)
    } catch {
      throw .pinned(line, because: error.description)
    }
  }

  var values: [(Parameter, String)] {
    Parameter.allCases.compactMap { parameter in
      let text =
        switch parameter {
        case .gain: gain
        case .a: a
        case .b: b
        case .mode: mode
        case .nonlinearity: nonlinearity
        case .mean: mean
        case .std: std
        case .val: val
        case .groups: groups
        case .sparsity: sparsity
        }
      return text.map { (parameter, $0) }
    }
  }
}
