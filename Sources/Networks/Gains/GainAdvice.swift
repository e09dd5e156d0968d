private import Expressions
package import Initializers
package import MeanField
package import Words

/// What to type for an activation whose gain PyTorch does not know: the method's law with the gain
/// that keeps the mean square at 1.
package struct GainAdvice: Hashable, Sendable, Worded {
  /// The activation.
  package let activation: Activation
  /// The tensor that is advised.
  package let tensor: Tensor

  /// Finds what to type instead of a tensor; nil where the tensor has no fans to keep anything by.
  ///
  /// Var W is gain²/fan_in: of N by its std, of U(−b, b) by b = gain·√(3/fan_in), and of an
  /// orthogonal matrix that is not taller than wide by its gain.
  package init?(_ activation: Activation, insteadOf tensor: Tensor) {
    guard let fans = try? tensor.fans(), fans.fanIn > 0, fans.fanOut > 0 else { return nil }
    let gain = Numeral.general(Gains(activation).forward, digits: 6)
    let values: [(Parameter, String)]
    let method: Initializers.Method
    switch tensor.initializer.method {
    case .orthogonal where fans.fanOut / fans.receptiveField <= fans.fanIn:
      method = .orthogonal
      values = [(.gain, gain)]
    case let own where tensor.framework.has(.varianceScaling):
      let isUniform = [.uniform, .xavierUniform, .kaimingUniform, .lecunUniform].contains(own)
      method = .varianceScaling
      values = [
        (.scale, "\(gain)**2"), (.distribution, isUniform ? "uniform" : "truncated_normal"),
      ]
    case .xavierUniform, .kaimingUniform:
      method = .uniform
      values = [(.a, "-\(gain)*sqrt(3/fan_in)"), (.b, "\(gain)*sqrt(3/fan_in)")]
    default:
      method = .normal
      values = [(.std, "\(gain)/sqrt(fan_in)")]
    }
    var initializer = Initializer(method, of: tensor.framework)
    for (parameter, text) in values { try? initializer.set(parameter, to: text) }
    self.activation = activation
    self.tensor = Tensor(initializer: initializer, shape: tensor.shape, seed: tensor.seed)
  }

  /// The words to type, quoted for a shell.
  package var words: String {
    let initializer = tensor.initializer
    return
      ([initializer.name]
      + (tensor.shape == .standard ? [] : ["--shape", tensor.shape.description])
      + initializer.changedParameters.flatMap {
        ["--\($0.rawValue)", initializer[$0].description.quotedForShell]
      }).joined(separator: " ")
  }

  /// A clause that says what to type and what it does.
  package var phrase: Phrase {
    Gains(activation).stability == .unstable
      ? Phrase("gain.advice.unstable", ["words": .text(words)])
      : Phrase("gain.advice", ["words": .text(words)])
  }
}

extension InitializerError {
  /// PyTorch's sentence, and where it knows no gain what to type instead.
  package func advised(for tensor: Tensor) -> Phrase {
    guard case .unsupportedNonlinearity(let name) = self,
      let activation = try? Activation(parsing: name)
    else { return phrase(of: tensor.framework) }
    let advice = GainAdvice(activation, insteadOf: tensor)
    let places: [String: Phrase.Part] = [
      "error": .phrase(phrase(of: tensor.framework)), "activation": .text(activation.name),
      "framework": .text(tensor.framework.title), "advice": .phrase(advice?.phrase ?? phrase),
    ]
    return advice == nil
      ? Phrase("gain.unsupported", places) : Phrase("gain.unsupported.advice", places)
  }
}

extension Tensor {
  /// The activation whose gain the call takes, if another one stands between the layers.
  ///
  /// `--gain tanh` is calculate_gain's number, which does not choose the activation.
  package func activationOfGain(besides activation: Activation) -> String? {
    guard case .gain(.calculated(let nonlinearity, _)) = initializer[.gain],
      let own = try? Activation(parsing: nonlinearity.rawValue), own.name != activation.name
    else { return nil }
    return own.name
  }
}

extension Activation {
  /// What `torch.nn.init.calculate_gain` returns for it; nil where PyTorch raises an error.
  package var pyTorchGain: Double? {
    guard let nonlinearity = Nonlinearity(rawValue: name) else { return nil }
    if case .leakyRelu(let slope) = self { return nonlinearity.gain(negativeSlope: slope) }
    return nonlinearity.gain()
  }

  /// Which kind of gain PyTorch's is; nil where it has none.
  package var pyTorchGainKind: Phrase? {
    switch self {
    case .linear, .relu, .leakyRelu: Phrase("gain.pytorch.exact")
    case .tanh: Phrase("gain.pytorch.tanh")
    case .selu: Phrase("gain.pytorch.selu")
    case .sigmoid: Phrase("gain.pytorch.sigmoid")
    case .gelu, .silu, .mish, .elu, .softplus: nil
    }
  }
}
