internal import ArgumentParser
internal import Initializers
internal import Networks
internal import Words

/// The words for a tensor: a method of `torch.nn.init`, its parameters, a shape and a seed.
package struct TensorArguments: ParsableArguments {
  @Argument(help: .said(Phrase("help.method"))) var method: String?
  @Option(parsing: .unconditional, help: .said(Phrase("help.shape"))) var shape: String?
  @Option(parsing: .unconditional, help: .said(Phrase("help.seed"))) var seed: String?
  @Option(parsing: .unconditional, help: .said(Phrase("help.gain"))) var gain: String?
  @Option(parsing: .unconditional, help: .said(Phrase("help.a"))) var a: String?
  @Option(parsing: .unconditional, help: .said(Phrase("help.b"))) var b: String?
  @Option(parsing: .unconditional, help: .said(Phrase("help.mode"))) var mode: String?

  @Option(parsing: .unconditional, help: .said(Phrase("help.nonlinearity")))
  var nonlinearity: String?

  @Option(parsing: .unconditional, help: .said(Phrase("help.mean"))) var mean: String?
  @Option(parsing: .unconditional, help: .said(Phrase("help.std"))) var std: String?
  @Option(parsing: .unconditional, help: .said(Phrase("help.val"))) var val: String?
  @Option(parsing: .unconditional, help: .said(Phrase("help.groups"))) var groups: String?
  @Option(parsing: .unconditional, help: .said(Phrase("help.sparsity"))) var sparsity: String?

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
        throw SceneError(phrase: error.advised(for: tensor))
      }
    }
  }
}
