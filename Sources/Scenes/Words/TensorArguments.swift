internal import ArgumentParser
internal import Initializers
internal import Networks
internal import Words

/// The words for a tensor: an initializer, its parameters, a shape and a seed; or `layer`, a kind of layer and
/// its sizes.
package struct TensorArguments: ParsableArguments {
  @Argument(help: .said(Phrase("help.method"))) var method: String?
  @Argument(help: .said(Phrase("help.kind"))) var kind: String?

  @Option(
    help: .said(
      Phrase("help.framework", ["names": .alternatives(Framework.all.map(\.name))])))
  var framework: String?

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
  @Option(parsing: .unconditional, help: .said(Phrase("help.factor"))) var factor: String?
  @Option(help: .said(Phrase("help.distribution"))) var distribution: String?
  @Option(parsing: .unconditional, help: .said(Phrase("help.in"))) var `in`: String?
  @Option(parsing: .unconditional, help: .said(Phrase("help.in2"))) var in2: String?
  @Option(parsing: .unconditional, help: .said(Phrase("help.out"))) var out: String?
  @Option(parsing: .unconditional, help: .said(Phrase("help.kernel"))) var kernel: String?
  @Option(parsing: .unconditional, help: .said(Phrase("help.stride"))) var stride: String?
  @Option(parsing: .unconditional, help: .said(Phrase("help.heads"))) var heads: String?
  @Option(parsing: .unconditional, help: .said(Phrase("help.layers"))) var layers: String?
  @Option(parsing: .unconditional, help: .said(Phrase("help.directions"))) var directions: String?
  @Option(parsing: .unconditional, help: .said(Phrase("help.projection"))) var projection: String?
  @Option(parsing: .unconditional, help: .said(Phrase("help.padding"))) var padding: String?
  @Option(help: .said(Phrase("help.tensor"))) var tensor: String?
  @Option(help: .said(Phrase("help.law"))) var law: String?
  @Flag(help: .said(Phrase("help.without-bias"))) var withoutBias = false

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
        case .scale: factor
        case .distribution: distribution
        case .padding: padding
        }
      return text.map { (parameter, $0) }
    }
  }

  /// A layer's sizes that are given, with their texts.
  var sizes: [(LayerSize, String)] {
    LayerSize.allCases.compactMap { size in
      let text =
        switch size {
        case .in: `in`
        case .in2: in2
        case .out: out
        case .kernel: kernel
        case .stride: stride
        case .groups: groups
        case .heads: heads
        case .layers: layers
        case .directions: directions
        case .projection: projection
        case .padding: padding
        }
      return text.map { (size, $0) }
    }
  }

  /// The options that are given, with their texts; the flag has none.
  var given: [(option: String, text: String?)] {
    let named = [
      ("--framework", framework), ("--shape", shape), ("--seed", seed), ("--tensor", tensor),
      ("--law", law),
    ].compactMap { option, text in text.map { (option, $0) } }
    let sized = sizes.filter { Parameter(rawValue: $0.0.rawValue) == nil }
    return named + values.map { ("--\($0.0.rawValue)", $0.1) }
      + sized.map { ("--\($0.0.rawValue)", $0.1) } + (withoutBias ? [("--without-bias", nil)] : [])
  }

  /// A tensor changed as the words say that did not begin it.
  ///
  /// - Throws: `InitializerError`, `LayerError` or `SceneError` for a word that is wrong.
  func changed(_ begun: Tensor) throws -> Tensor {
    var tensor = begun
    if beginsFile { return tensor }
    if tensor.stored != nil, let tensor = try tensor.storedChanged(by: self) { return tensor }
    if law != nil { throw SceneError.withoutFile("--law") }
    if let shape { tensor.shape = try Shape(parsing: shape) }
    if let seed { tensor.seed = try Seed(parsing: seed) }
    if beginsLayer { return tensor }
    var values = values
    if let layer = tensor.layer, !sizes.isEmpty || self.tensor != nil || withoutBias {
      tensor = try tensor.of(changed(layer.call), named: self.tensor)
      values.removeAll { LayerSize(rawValue: $0.0.rawValue) != nil }
    } else if let size = sizes.first(where: { Parameter(rawValue: $0.0.rawValue) == nil }) {
      throw SceneError.sizeWithoutLayer(size.0.rawValue)
    } else if self.tensor != nil || withoutBias {
      throw SceneError.sizeWithoutLayer(withoutBias ? "without-bias" : "tensor")
    }
    for (parameter, text) in values {
      do {
        try tensor.initializer.set(parameter, to: text)
      } catch {
        throw SceneError(phrase: error.advised(for: tensor))
      }
    }
    return tensor
  }
}
