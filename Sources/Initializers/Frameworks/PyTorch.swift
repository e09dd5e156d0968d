internal import Words

extension Framework {
  /// PyTorch: the functions of `torch.nn.init`, on a CPU.
  package static let pyTorch = Framework(
    name: "torch", otherNames: ["pytorch"], title: "PyTorch", version: "2.13",
    methods: [
      Method.uniform, .normal, .truncNormal, .xavierUniform, .xavierNormal, .kaimingUniform,
      .kaimingNormal, .orthogonal, .sparse, .eye, .dirac, .constant, .ones, .zeros,
    ].map { ($0, $0.entry) },
    spelling: pyTorchSpelling,
    shapeOrder: ShapeOrder(
      fans: pyTorchFans,
      dimension: { fan, _ in fan == .fanOut ? 0 : 1 },
      depthwiseGroups: { shape in
        let extents = shape.extents
        return extents.count > 2 && extents[1] == 1 && extents[0] > 1 ? extents[0] : nil
      }, isInputFirst: false),
    drawsInSequence: true,
    generator: { seed, place in
      var generator: any Generator = MersenneTwister(seed: seed)
      for drawn in place?.before ?? [] { drawn.pass(&generator) }
      return generator
    },
    layerTensors: pyTorchTensors,
    callCode: { call in
      let entry = call.entry
      let arguments = entry.parameters.filter {
        call.changedParameters.contains($0) || entry.requiredParameters.contains($0)
      }.map { ", \($0.rawValue)=\(call[$0].python)" }
      return "nn.init.\(entry.name)_(w\(arguments.joined()))"
    },
    code: { tensor in
      let call = tensor.initializer.python
      return (call.contains("math.") ? ["import math"] : []) + [
        "torch.manual_seed(\(tensor.seed))",
        "w = torch.empty(\(tensor.shape.pythonArguments))",
        call,
      ]
    },
    layerModules: ["torch.nn", "nn"],
    layerCode: { layer, seed in ["torch.manual_seed(\(seed))", layer.pyTorchCode] },
    sentence: pyTorchSentence,
    warning: { warning in
      switch warning {
      case .zeroElements: "Initializing zero-element tensors is a no-op"
      case .meanFarFromInterval:
        "mean is more than 2 std from [a, b] in nn.init.trunc_normal_. "
          + "The distribution of values may be incorrect."
      }
    })

  // Of LeCun's laws Kaiming's with gain 1 are the same, but for the ends that Keras and JAX cut off.
  private static let pyTorchSpelling = Spelling(
    modules: ["torch.nn.init.", "nn.init.", "init."],
    families: [(alias: "glorot_", family: "xavier_"), (alias: "he_", family: "kaiming_")],
    synonyms: [
      "glorot": ["xavier_uniform", "xavier_normal"],
      "he": ["kaiming_uniform", "kaiming_normal"],
      "msra": ["kaiming_normal"],
      "lecun": ["kaiming_uniform --nonlinearity linear", "kaiming_normal --nonlinearity linear"],
      "lecununiform": [
        "lecun_uniform --framework keras", "kaiming_uniform --nonlinearity linear",
      ],
      "lecunnormal": ["lecun_normal --framework keras", "kaiming_normal --nonlinearity linear"],
      "variancescaling": ["variance_scaling --framework keras"],
      "gaussian": ["normal"], "gauss": ["normal"], "randn": ["normal"],
      "randomnormal": ["normal"],
      "rand": ["uniform"], "randomuniform": ["uniform"],
      "truncatednormal": ["trunc_normal"], "truncated": ["trunc_normal"],
      "identity": ["eye"], "fill": ["constant"],
    ],
    notes: { name, own in
      guard ["he_normal", "glorot_normal"].contains(name) else { return nil }
      return Phrase("note.cut-elsewhere", ["name": .text(name), "own": .text(own)])
    })

  // The order is [out, in, kernel…]: fan_in = size(1)·∏size[2:], fan_out = size(0)·∏size[2:].
  // Source: `torch.nn.init._calculate_fan_in_and_fan_out`.
  @Sendable private static func pyTorchFans(_ shape: Shape) throws(InitializerError) -> Fans {
    guard shape.extents.count >= 2 else {
      throw .tooFewDimensionsForFans(shape.extents.count)
    }
    let field = shape.extents.dropFirst(2).reduce(1, *)
    return Fans(
      fanIn: shape.extents[1] * field, fanOut: shape.extents[0] * field, receptiveField: field)
  }

  @Sendable private static func pyTorchSentence(_ error: InitializerError) -> String? {
    switch error {
    case .needsTwoDimensions: "Only tensors with 2 dimensions are supported"
    case .needsThreeToFiveDimensions: "Only tensors with 3, 4, or 5 dimensions are supported"
    case .indivisibleByGroups: "dim 0 must be divisible by groups"
    case .noGroups: "integer modulo by zero"
    case .needsTwoOrMoreDimensions: "Only tensors with 2 or more dimensions are supported"
    case .valueOverflow: "value cannot be converted to type float without overflow"
    case .unsupportedNonlinearity(let name): "Unsupported nonlinearity \(name.excerpt)"
    case .unsupportedMode(let mode):
      "Mode \(mode.lowercased().excerpt) not supported, please use one of ['fan_in', 'fan_out']"
    case .tooFewDimensionsForFans:
      "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions"
    case .divisionByZero: "float division by zero"
    case .slopeTooLarge, .distanceTooLarge: "(34, 'Numerical result out of range')"
    case .outOfBoundsForFloat(let end): "\(end) is out of bounds for float"
    case .emptyRange(let from, let to):
      "uniform_ expects to return a [from, to) range, but found from="
        + "\(Numeral.general(from)) > to=\(Numeral.general(to))"
    case .rangeTooWide(let from, let to):
      "uniform_ expects to-from <= std::numeric_limits<Float>::max(), but found to="
        + "\(Numeral.general(to)) and from=\(Numeral.general(from)) "
        + "which result in to-from to exceed the limit"
    case .negativeStd(let std):
      "normal expects std >= 0.0, but found std \(Numeral.general(std))"
    default: nil
    }
  }
}

extension GainChoice {
  /// The expression in PyTorch code.
  package var python: String {
    switch self {
    case .number(let quantity): quantity.python
    case .calculated(let nonlinearity, let slope):
      "nn.init.calculate_gain('\(nonlinearity.rawValue)'\(slope.map { ", \($0.python)" } ?? ""))"
    }
  }
}

extension ParameterValue {
  /// The expression in PyTorch code.
  package var python: String {
    switch self {
    case .quantity(let quantity): quantity.python
    case .gain(let gain): gain.python
    case .mode(let mode): "'\(mode.rawValue)'"
    case .nonlinearity(let nonlinearity): "'\(nonlinearity.rawValue)'"
    case .count(let count): String(count)
    case .distribution(let distribution): "'\(distribution.rawValue)'"
    }
  }
}
