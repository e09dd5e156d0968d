internal import ArgumentParser
internal import Initializers
internal import Networks

/// The words for a tensor: a method of `torch.nn.init`, its parameters, a shape and a seed.
package struct TensorArguments: ParsableArguments {
  @Argument(help: "A method of torch.nn.init, for example xavier_uniform; or a scene in quotes.")
  var method: String?

  @Option(parsing: .unconditional, help: "The tensor's shape, [out, in, kernel…]: 256,128.")
  var shape: String?

  @Option(parsing: .unconditional, help: "The seed, as torch.manual_seed takes it: 7, 0x2a.")
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

  @Option(parsing: .unconditional, help: "The mean, a number or an expression: 1/sqrt(fan_in).")
  var mean: String?

  @Option(parsing: .unconditional, help: "The standard deviation, likewise.")
  var std: String?

  @Option(parsing: .unconditional, help: "constant: the value.")
  var val: String?

  @Option(parsing: .unconditional, help: "dirac: the groups of channels.")
  var groups: String?

  @Option(parsing: .unconditional, help: "sparse: the share of zeros in a column.")
  var sparsity: String?

  /// Makes arguments that parsing fills.
  package init() {}

  /// The method's parameters that are given, with their texts.
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

  /// The options that are given, with their texts.
  var given: [(option: String, text: String)] {
    [("--shape", shape), ("--seed", seed)].compactMap { option, text in text.map { (option, $0) } }
      + values.map { ("--\($0.0.rawValue)", $0.1) }
  }

  /// Changes a tensor as the words say.
  ///
  /// - Throws: `InitializerError` or `SceneError` for a word that is wrong.
  func change(_ tensor: inout Tensor) throws {
    if let shape { tensor.shape = try Shape(parsing: shape) }
    if let seed { tensor.seed = try Seed(parsing: seed) }
    for (parameter, text) in values {
      do {
        try tensor.initializer.set(parameter, to: text)
      } catch {
        throw SceneError(description: error.advised(for: tensor))
      }
    }
  }
}
