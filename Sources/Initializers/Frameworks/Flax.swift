internal import Words

extension Framework {
  /// flax.linen and the functions of `jax.nn.initializers`, on a CPU.
  package static let flax = jax(
    name: "flax", otherNames: ["linen", "jax"], title: "flax",
    keyFold: { place in
      // The names one after another, then the number without leading zeros.
      let number = stride(from: 56, through: 0, by: -8)
        .map { UInt8(truncatingIfNeeded: UInt64(place.number) >> UInt64($0)) }
        .drop { $0 == 0 }
      return SHA1.prefix(of: place.modules.flatMap(\.utf8) + number)
    },
    layerTensors: flaxTensors, layerModules: ["flax.linen", "linen", "nn"],
    layerCode: { layer, seed in
      [
        "import flax.linen as nn",
        "\(layer.linenCode).init(jax.random.key(\(seed)), \(layer.linenInput))[\"params\"]",
      ]
    })

  /// flax.nnx, whose layers draw otherwise and sometimes other laws.
  package static let nnx = jax(
    name: "nnx", title: "flax.nnx",
    keyFold: { UInt32(truncatingIfNeeded: $0.index) },
    layerTensors: nnxTensors, layerModules: ["flax.nnx", "nnx"],
    layerCode: { layer, seed in ["rngs = nnx.Rngs(\(seed))", layer.nnxCode] })

  private static func jax(
    name: String, otherNames: [String] = [], title: String,
    keyFold: @escaping @Sendable (DrawPlace) -> UInt32,
    layerTensors: @escaping @Sendable (LayerCall) throws(LayerError) -> [LayerTensor]?,
    layerModules: [String],
    layerCode: @escaping @Sendable (LayerCall, Seed) -> [String]
  ) -> Framework {
    Framework(
      name: name, otherNames: otherNames, title: title, version: "0.12", methods: jaxMethods,
      spelling: jaxSpelling,
      shapeOrder: .inputFirst(countsVectors: false), drawsInSequence: false,
      generator: { seed, place in
        let key = Threefry(seed: seed)
        return JAXGenerator(
          place.map { key.folding(in: keyFold($0)) } ?? key, scaling: .afterwards)
      },
      keyFold: keyFold,
      fixedSizes: LayerSize.ofStacks, layerTensors: layerTensors, callCode: jaxCode,
      code: { tensor in
        let shape = tensor.shape.pythonTuple
        return [
          "from jax.nn import initializers",
          "w = \(tensor.initializer.python)(jax.random.key(\(tensor.seed)), \(shape), jnp.float32)",
        ]
      },
      layerModules: layerModules, layerCode: layerCode, sentence: jaxSentence, warning: { _ in "" })
  }

  // The table of `jax.nn.initializers`.
  private static let jaxMethods: [(Method, MethodEntry)] = {
    return [
      (
        .uniform,
        MethodEntry(
          name: "uniform", lawInWords: .verbatim("U(0, factor)"), parameters: [.scale],
          defaults: [.scale: .quantity(Quantity(0.01))],
          plan: { call throws(InitializerError) in
            let scale = call.number(.scale)
            guard scale.isFinite else { throw .notFinite(.scale, scale) }
            return Plan(
              law: .uniform(low: min(0, scale), high: max(0, scale)),
              draw: .uniform(low: 0, high: scale))
          },
          formulas: { recipe in
            let factor = recipe.symbol(.scale)
            let size = recipe.initializer.number(.scale) < 0 ? Term.absolute(factor) : factor
            return [Formula("std", size / .root(12), result: recipe.law.std)]
          })
      ),
      (
        .normal,
        MethodEntry(
          name: "normal", lawInWords: .verbatim("N(0, std²)"), parameters: [.std],
          defaults: [.std: .quantity(Quantity(0.01))],
          plan: { call in
            let std = call.number(.std)
            return Plan(
              law: .normal(mean: 0, std: abs(std)), draw: .normal(mean: 0, std: std))
          }, formulas: \.normalFormulas)
      ),
      (.truncNormal, .twoSigma(name: "truncated_normal", parameters: [.std], std: 0.01)),
    ] + ScaledVariance.rows(.single) + [
      (.orthogonal, .orthogonal(name: "orthogonal")),
      (
        .constant,
        MethodEntry(
          name: "constant", lawInWords: .verbatim("val"), parameters: [.val],
          requiredParameters: [.val], plan: Plan.constant, formulas: \.constantFormulas)
      ),
      (.ones, Method.ones.entry), (.zeros, Method.zeros.entry),
    ]
  }()

  private static let jaxSpelling = Spelling(
    modules: [
      "jax.nn.initializers.", "flax.linen.initializers.", "nn.initializers.", "initializers.",
    ],
    families: [(alias: "xavier_", family: "glorot_"), (alias: "kaiming_", family: "he_")],
    synonyms: [
      "glorot": ["glorot_uniform", "glorot_normal"], "he": ["he_uniform", "he_normal"],
      "lecun": ["lecun_normal", "lecun_uniform"], "truncnormal": ["truncated_normal"],
      "gaussian": ["normal"],
    ],
    notes: { _, _ in nil })

  @Sendable private static func jaxCode(_ call: Initializer) -> String {
    func own(_ parameter: Parameter) -> String {
      switch parameter {
      case .std: "stddev"
      case .gain: "scale"
      case .val: "value"
      case .scale: "scale"
      default: parameter.rawValue
      }
    }
    // variance_scaling has no defaults.
    let all = call.method == .varianceScaling || call.method == .constant
    let arguments = call.parameters.filter { all || call.changedParameters.contains($0) }
      .map { "\(own($0))=\(call[$0].python)" }
    let parentheses = ["ones", "zeros"].contains(call.name) ? "" : "("
    return "initializers.\(call.name)\(parentheses)"
      + (parentheses.isEmpty ? "" : arguments.joined(separator: ", ") + ")")
  }

  @Sendable private static func jaxSentence(_ error: InitializerError) -> String? {
    switch error {
    case .tooFewDimensionsForFans(let count):
      "Can't compute input and output sizes of a \(count)-dimensional weights tensor with default "
        + "in_axis. Must be at least 2D or specify in_axis explicitly."
    case .needsTwoOrMoreDimensions: "orthogonal initializer requires at least a 2D shape"
    case .unsupportedDistribution(let name):
      "invalid distribution for variance scaling initializer: \(name.excerpt)"
    case .unsupportedMode(let mode):
      "invalid mode for variance scaling initializer: \(mode.excerpt)"
    case .divisionByZero: "division by zero"
    default: nil
    }
  }
}

extension MethodEntry {
  /// A normal law cut to two of its own standard deviations, which are those before the cut.
  static func twoSigma(name: String, parameters: [Parameter], std: Double) -> MethodEntry {
    MethodEntry(
      name: name, lawInWords: Phrase("law.twosigma"), parameters: parameters,
      defaults: [.std: .quantity(Quantity(std))],
      plan: { call throws(InitializerError) in
        let (mean, std) = (call.number(.mean), call.number(.std))
        guard mean.isFinite else { throw .notFinite(.mean, mean) }
        guard std.isFinite else { throw .notFinite(.std, std) }
        return Plan(
          law: .truncatedNormal(.cutAtTwo(mean: mean, std: abs(std))),
          draw: .cutNormal(mean: mean, std: std))
      },
      formulas: { recipe in
        let std = recipe.initializer.number(.std)
        // Beside a huge mean nothing of the spread is left.
        let exact = abs(std) * ScaledVariance.cutStd
        guard abs(recipe.law.std - exact) <= 1e-8 * exact else { return [] }
        return [
          ScaledVariance.cutFormula,
          Formula(
            "std W",
            (std < 0 ? .absolute(recipe.symbol(.std)) : recipe.symbol(.std))
              * ScaledVariance.cutTerm, result: recipe.law.std),
        ]
      })
  }

  /// JAX's and Keras's orthogonal matrix: the last dimension's extent by that of all others.
  static func orthogonal(name: String) -> MethodEntry {
    MethodEntry(
      name: name, lawInWords: Phrase("law.orthonormal"), parameters: [.gain],
      source: Method.orthogonal.entry.source,
      plan: { call throws(InitializerError) in
        try Plan.orthogonal(call, isInputFirst: true)
      }, formulas: \.orthogonalFormulas)
  }
}
