private import Words

/// The laws of JAX and Keras that a tensor's fans scale: `variance_scaling` and what is made of it.
///
/// Var W = scale/n, n being a fan or a mean of both. The uniform law ends at ±√(3·scale/n); the truncated
/// one is N(0, σ²) cut to ±2σ with σ = √(scale/n)/0.8796…, so that what is left has that variance.
/// Source: `jax.nn.initializers.variance_scaling`; `keras.initializers.VarianceScaling`.
struct ScaledVariance: Sendable {
  /// The form of a law.
  enum Form: Sendable {
    case uniform
    case normal
    case truncated
  }

  /// The factor on the variance; nil where a parameter says it.
  var scale: Double?
  /// The fan; nil where a parameter says it.
  var mode: FanMode?
  /// The form of the law; nil where a parameter says it.
  var law: Form?
  /// How the library computes.
  var arithmetic = Arithmetic.double

  /// How a library computes the scale of what it draws.
  struct Arithmetic: Sendable {
    /// Whether it does so in single precision.
    let isSingle: Bool
    /// The least n; a smaller one counts as it.
    let leastFan: Double
    /// Whether the scale must be above 0.
    let needsPositiveScale: Bool
    /// Its modes.
    let modes: [FanMode]
    /// What its words for distributions mean.
    let forms: [Distribution: Form]

    /// Keras: √ of a double; a fan under 1 counts as 1.
    static let double = Arithmetic(
      isSingle: false, leastFan: 1, needsPositiveScale: true, modes: [.fanIn, .fanOut, .fanAvg],
      forms: [
        .truncatedNormal: .truncated, .normal: .truncated, .untruncatedNormal: .normal,
        .uniform: .uniform,
      ])

    /// JAX: every step in float32.
    static let single = Arithmetic(
      isSingle: true, leastFan: 0, needsPositiveScale: false, modes: FanMode.allCases,
      forms: [.truncatedNormal: .truncated, .normal: .normal, .uniform: .uniform])
  }

  /// The standard deviation of a standard normal law cut to ±2, as both libraries have it.
  static let cutStd = 0.87962566103423978

  /// The same in equations, and what it is.
  static let cutTerm = Term.named("c", .number(cutStd))
  static let cutFormula = Formula("c", .quantity(Quantity(0.87962566)), result: cutStd)

  /// A row of a table of methods.
  func entry(_ name: String, source: Method.Source? = nil) -> MethodEntry {
    let parameters: [Parameter] = [
      scale == nil ? .scale : nil, mode == nil ? .mode : nil, law == nil ? .distribution : nil,
    ].compactMap(\.self)
    return MethodEntry(
      name: name, lawInWords: lawInWords, parameters: parameters,
      choices: [
        .mode: arithmetic.modes.map(ParameterValue.mode),
        .distribution: Distribution.allCases.filter { arithmetic.forms[$0] != nil }
          .map(ParameterValue.distribution),
      ],
      usesFans: true, source: source, plan: plan, formulas: formulas)
  }

  /// The rows of both libraries: Glorot's, He's and LeCun's laws by their names, and the one they are made of.
  static func rows(_ arithmetic: Arithmetic) -> [(Method, MethodEntry)] {
    let named: [(method: Method, name: String, scale: Double, mode: FanMode)] = [
      (.xavierUniform, "glorot_uniform", 1, .fanAvg), (.xavierNormal, "glorot_normal", 1, .fanAvg),
      (.kaimingUniform, "he_uniform", 2, .fanIn), (.kaimingNormal, "he_normal", 2, .fanIn),
      (.lecunUniform, "lecun_uniform", 1, .fanIn), (.lecunNormal, "lecun_normal", 1, .fanIn),
    ]
    let rows = named.map { row in
      let law: Form = row.name.hasSuffix("uniform") ? .uniform : .truncated
      let scaled = ScaledVariance(
        scale: row.scale, mode: row.mode, law: law, arithmetic: arithmetic)
      return (row.method, scaled.entry(row.name, source: row.method.entry.source?.at(row.mode)))
    }
    let whole = ScaledVariance(arithmetic: arithmetic).entry("variance_scaling")
    return rows + [(.varianceScaling, whole)]
  }

  private var lawInWords: Phrase {
    switch law {
    case .uniform: .verbatim("U(−bound, bound)")
    case .normal: .verbatim("N(0, std²)")
    case .truncated: Phrase("law.twosigma")
    case nil: Phrase("law.scaled")
    }
  }

  private func form(_ call: Initializer) throws(InitializerError) -> Form {
    if let law { return law }
    guard let form = arithmetic.forms[call.distribution] else {
      throw .unsupportedDistribution(call.distribution.rawValue)
    }
    return form
  }

  @Sendable private func plan(_ call: Plan.Call) throws(InitializerError) -> Plan {
    let initializer = call.initializer
    let mode = mode ?? initializer.mode
    guard arithmetic.modes.contains(mode) else { throw .unsupportedMode(mode.rawValue) }
    let form = try form(initializer)
    let scale = scale ?? initializer.number(.scale)
    guard scale.isFinite else { throw .notFinite(.scale, scale) }
    guard !arithmetic.needsPositiveScale || scale > 0 else { throw .notPositive(.scale, scale) }
    guard let fans = call.fans else {
      throw .tooFewDimensionsForFans(call.shape.extents.count)
    }
    let fan = max(arithmetic.leastFan, fans.fan(mode))
    guard fan > 0 else { throw .divisionByZero }
    let variance = scale / fan
    let std = form == .truncated ? variance.squareRoot() / Self.cutStd : variance.squareRoot()
    let drawn = arithmetic.isSingle ? Self.single(variance, form) : std
    switch form {
    case .uniform:
      let bound = (3 * variance).squareRoot()
      let end = arithmetic.isSingle ? Self.single(variance, form) : bound
      return Plan(law: .uniform(low: -bound, high: bound), draw: .uniform(low: -end, high: end))
    case .normal:
      return Plan(law: .normal(mean: 0, std: std), draw: .normal(mean: 0, std: drawn))
    case .truncated:
      return Plan(
        law: .truncatedNormal(.cutAtTwo(mean: 0, std: std)), draw: .cutNormal(mean: 0, std: drawn))
    }
  }

  // What numbers are multiplied by, each step rounded to single precision.
  private static func single(_ variance: Double, _ form: Form) -> Double {
    let variance = Float(variance)
    return switch form {
    case .uniform: Double((3 * variance).squareRoot())
    case .normal: Double(variance.squareRoot())
    case .truncated: Double(variance.squareRoot() / Float(cutStd))
    }
  }

  @Sendable private func formulas(_ recipe: Recipe) -> [Formula] {
    let fans = recipe.fans ?? Fans(fanIn: 0, fanOut: 0, receptiveField: 0)
    let mode = mode ?? recipe.initializer.mode
    let own = fans.term(mode)
    let fan: Term =
      fans.fan(mode) < arithmetic.leastFan
      ? .function(.max, [.number(arithmetic.leastFan), own]) : own
    let scale: Term = scale.map { .number($0) } ?? recipe.symbol(.scale)
    switch recipe.law {
    case .uniform:
      let product: Term = self.scale.map { .number(3 * $0) } ?? 3 * scale
      return [Formula("bound", .root(product / fan), result: recipe.law.bound ?? .nan)]
    case .truncatedNormal(let cut):
      let sigma = Term.named("σ", .number(cut.scale))
      let kept = Self.cutTerm
      return [
        Self.cutFormula,
        Formula("σ", .root(scale / fan) / kept, result: cut.scale),
        Formula("std", sigma * kept, result: recipe.law.std),
      ]
    default: return [Formula("std", .root(scale / fan), result: recipe.law.std)]
    }
  }
}

/// The forms of law that `variance_scaling` knows by their names.
package enum Distribution: String, CaseIterable, Sendable {
  /// Normal, cut to ±2σ.
  case truncatedNormal = "truncated_normal"
  /// Normal; to Keras a word for the truncated one.
  case normal
  /// Keras's word for a normal law that is not cut.
  case untruncatedNormal = "untruncated_normal"
  /// Uniform.
  case uniform

  /// Parses a name.
  ///
  /// - Throws: `InitializerError.unsupportedDistribution`.
  package init(parsing text: String) throws(InitializerError) {
    guard let value = Distribution(rawValue: text) else { throw .unsupportedDistribution(text) }
    self = value
  }
}

extension TruncatedNormal {
  /// N(mean, std²) cut to mean ± 2·std.
  static func cutAtTwo(mean: Double, std: Double) -> TruncatedNormal {
    TruncatedNormal(location: mean, scale: std, low: mean - 2 * std, high: mean + 2 * std)
  }
}
