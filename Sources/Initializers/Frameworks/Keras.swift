internal import Words

extension Framework {
  /// Keras on each of its backends, JAX first: one law, other bits.
  package static let keras: [Framework] = KerasBackend.allCases.map(keras)

  private static func keras(_ backend: KerasBackend) -> Framework {
    Framework(
      name: backend.frameworkName, otherNames: backend == .jax ? ["keras-jax"] : [],
      title: backend == .jax ? "Keras" : "Keras/\(backend.title)",
      version: "3.15", methods: kerasMethods, spelling: kerasSpelling,
      shapeOrder: .inputFirst(countsVectors: true), drawsInSequence: false,
      generator: { seed, place in
        guard let place else { return backend.generator(seed) }
        var seeds = KerasSeeds(seed: seed)
        var own = seeds.next()
        for _ in 0..<place.index { own = seeds.next() }
        return backend.generator(Seed(UInt64(own)))
      },
      // NumPy's and JAX's seeds have 32 bits, and every layer seeds NumPy.
      takesSeed: { seed, isOfLayer in
        seed.bits <= UInt64(UInt32.max)
          || !isOfLayer && (backend == .torch || backend == .tensorflow)
      },
      fixedSizes: LayerSize.ofStacks,
      layerTensors: { layer throws(LayerError) in
        try kerasTensors(layer, in: named(backend))
      },
      callCode: kerasCode,
      code: { tensor in
        let call = kerasCode(tensor.initializer, seed: tensor.seed)
        return ["w = \(call)(\(tensor.shape.pythonTuple))"]
      },
      // The first of them, as for the name alone.
      layerModules: backend == .jax
        ? ["keras", "keras.layers", "tf.keras", "tf.keras.layers", "layers"] : [],
      layerCode: { layer, seed in
        [
          "keras.utils.set_random_seed(\(seed))", "layer = \(layer.kerasCode)",
          "layer.build(\(layer.kerasInput))", "layer.weights",
        ]
      },
      sentence: kerasSentence, warning: { _ in "" })
  }

  private static func named(_ backend: KerasBackend) -> Framework {
    keras[KerasBackend.allCases.firstIndex(of: backend) ?? 0]
  }

  // The table of `keras.initializers`.
  private static let kerasMethods: [(Method, MethodEntry)] = {
    return [
      (
        .uniform,
        MethodEntry(
          name: "random_uniform", lawInWords: .verbatim("U(a, b)"), parameters: [.a, .b],
          defaults: [.a: .quantity(Quantity(-0.05)), .b: .quantity(Quantity(0.05))],
          plan: { call throws(InitializerError) in
            let (low, high) = (call.number(.a), call.number(.b))
            guard low.isFinite, high.isFinite else { throw .outOfBoundsForFloat("minval") }
            // Keras draws then, but on each backend something else.
            guard low <= high else { throw .emptyRange(from: low, to: high) }
            return Plan(
              law: .uniform(low: low, high: high), draw: .uniform(low: low, high: high))
          }, formulas: \.uniformFormulas)
      ),
      (
        .normal,
        MethodEntry(
          name: "random_normal", lawInWords: .verbatim("N(mean, std²)"), parameters: [.mean, .std],
          defaults: [.std: .quantity(Quantity(0.05))],
          plan: { call in
            let (mean, std) = (call.number(.mean), call.number(.std))
            return Plan(
              law: .normal(mean: mean, std: abs(std)), draw: .normal(mean: mean, std: std))
          }, formulas: \.normalFormulas)
      ),
      (.truncNormal, .twoSigma(name: "truncated_normal", parameters: [.mean, .std], std: 0.05)),
    ] + ScaledVariance.rows(.double) + [
      (.orthogonal, .orthogonal(name: "orthogonal")),
      (
        .eye,
        MethodEntry(
          name: "identity", lawInWords: Phrase("law.diagonal"), plan: Plan.eye,
          formulas: \.eyeFormulas)
      ),
      (
        .constant,
        MethodEntry(
          name: "constant", lawInWords: .verbatim("val"), parameters: [.val],
          defaults: [.val: .quantity(Quantity(0))], plan: Plan.constant,
          formulas: \.constantFormulas)
      ),
      (.ones, Method.ones.entry), (.zeros, Method.zeros.entry),
    ]
  }()

  private static let kerasSpelling = Spelling(
    modules: [
      "tf.keras.initializers.", "keras.initializers.", "initializers.",
    ],
    families: [(alias: "xavier_", family: "glorot_"), (alias: "kaiming_", family: "he_")],
    synonyms: [
      "glorot": ["glorot_uniform", "glorot_normal"], "he": ["he_uniform", "he_normal"],
      "lecun": ["lecun_normal", "lecun_uniform"], "truncnormal": ["truncated_normal"],
      "normal": ["random_normal"], "uniform": ["random_uniform"], "eye": ["identity"],
      "gaussian": ["random_normal"],
    ],
    notes: { _, _ in nil })

  @Sendable private static func kerasCode(_ call: Initializer) -> String {
    kerasCode(call, seed: nil)
  }

  // Classes: HeNormal(seed=7).
  private static func kerasCode(_ call: Initializer, seed: Seed?) -> String {
    func own(_ parameter: Parameter) -> String {
      switch parameter {
      case .a: "minval"
      case .b: "maxval"
      case .std: "stddev"
      case .val: "value"
      case .scale: "scale"
      default: parameter.rawValue
      }
    }
    let isRandom = ![.constant, .ones, .zeros, .eye].contains(call.method)
    let name = call.name.split(separator: "_").map(\.capitalized).joined()
    let arguments =
      call.changedParameters.map { "\(own($0))=\(call[$0].python)" }
      + (isRandom ? seed.map { ["seed=\($0)"] } ?? [] : [])
    return "keras.initializers.\(name)(\(arguments.joined(separator: ", ")))"
  }

  @Sendable private static func kerasSentence(_ error: InitializerError) -> String? {
    switch error {
    case .seedTooLarge: "Seed must be between 0 and 2**32 - 1"
    case .needsTwoOrMoreDimensions: "The tensor to initialize must be at least two-dimensional."
    case .needsTwoDimensions: "Identity matrix initializer can only be used for 2D matrices."
    case .notPositive(_, let value):
      "Argument `scale` must be positive float. Received: scale=\(Numeral.shortest(value))"
    case .unsupportedDistribution(let name):
      "Invalid `distribution` argument: \(name.excerpt). Please use one of "
        + "{'uniform', 'truncated_normal', 'untruncated_normal'}"
    case .unsupportedMode(let mode):
      "Invalid `mode` argument: \(mode.excerpt). Please use one of "
        + "{'fan_avg', 'fan_out', 'fan_in'}"
    default: nil
    }
  }
}

/// What Keras draws its numbers with.
enum KerasBackend: String, CaseIterable, Sendable {
  case jax
  case torch
  case numpy
  case tensorflow

  var frameworkName: String { self == .jax ? "keras" : "keras-\(rawValue)" }

  var title: String {
    switch self {
    case .jax: "JAX"
    case .torch: "PyTorch"
    case .numpy: "NumPy"
    case .tensorflow: "TensorFlow"
    }
  }

  /// The numbers of an initializer's seed.
  func generator(_ seed: Seed) -> any Generator {
    switch self {
    case .jax:
      // The seed stands in the first half of the key, where JAX's own has a zero.
      let key = Threefry(key: [UInt32(truncatingIfNeeded: seed.bits), 0])
      return JAXGenerator(key, scaling: .whileDrawing)
    case .torch: return KerasTorchGenerator(seed: seed)
    case .numpy: return PCG64Generator(seed: seed)
    case .tensorflow: return PhiloxGenerator(seed: seed)
    }
  }
}

extension Substring {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
