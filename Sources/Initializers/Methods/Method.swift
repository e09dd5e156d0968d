internal import Words

/// A method that fills a tensor; what is known of it is its row in the table below.
package enum Method: String, CaseIterable, Sendable {
  /// U(a, b).
  case uniform
  /// N(mean, std²).
  case normal
  /// N(mean, std²), cut to [a, b].
  case truncNormal = "trunc_normal"
  /// Glorot & Bengio 2010, uniform.
  case xavierUniform = "xavier_uniform"
  /// Glorot & Bengio 2010, normal.
  case xavierNormal = "xavier_normal"
  /// He et al. 2015, uniform.
  case kaimingUniform = "kaiming_uniform"
  /// He et al. 2015, normal.
  case kaimingNormal = "kaiming_normal"
  /// LeCun et al. 1998, uniform.
  case lecunUniform = "lecun_uniform"
  /// LeCun et al. 1998, normal.
  case lecunNormal = "lecun_normal"
  /// Glorot's, He's and LeCun's laws in one, by their scale, mode and distribution.
  case varianceScaling = "variance_scaling"
  /// Saxe et al. 2013.
  case orthogonal
  /// Martens 2010.
  case sparse
  /// The identity.
  case eye
  /// The identity of a convolution.
  case dirac
  /// One value.
  case constant
  /// 1.
  case ones
  /// 0.
  case zeros
  /// Zeros, and ones for the forget gates of an LSTM's bias.
  case unitForgetBias = "unit_forget_bias"
  /// N(0, std²), and 0 in the row of an embedding that stands for padding.
  case paddedNormal = "padded_normal"
}

// The table of methods.
extension Method {
  /// What there is to know of the method, a framework's own ways apart.
  var entry: MethodEntry { Self.table[self] ?? row }

  // The rows are made once.
  private static let table = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.row) })

  private var row: MethodEntry {
    switch self {
    case .uniform:
      MethodEntry(
        name: rawValue, lawInWords: .verbatim("U(a, b)"), parameters: [.a, .b],
        plan: Plan.uniform, formulas: \.uniformFormulas)
    case .normal:
      MethodEntry(
        name: rawValue, lawInWords: .verbatim("N(mean, std²)"), parameters: [.mean, .std],
        plan: Plan.normal, formulas: \.normalFormulas)
    case .truncNormal:
      MethodEntry(
        name: rawValue, lawInWords: Phrase("law.interval"),
        parameters: [.mean, .std, .a, .b],
        defaults: [.a: .quantity(Quantity(-2)), .b: .quantity(Quantity(2))],
        plan: Plan.truncatedNormal, formulas: \.truncatedFormulas)
    // Eq. 12 is the variance 2/(fan_in + fan_out), eq. 16 the uniform law.
    case .xavierUniform:
      VarianceScaling(averagesFans: true, isUniform: true).entry(
        rawValue, parameters: [.gain], source: Source(paper: "glorot2010", locator: "eq. 16"))
    case .xavierNormal:
      VarianceScaling(averagesFans: true, isUniform: false).entry(
        rawValue, parameters: [.gain], source: Source(paper: "glorot2010", locator: "eq. 12"))
    case .kaimingUniform: kaiming(isUniform: true)
    case .kaimingNormal: kaiming(isUniform: false)
    case .lecunUniform: ScaledVariance(scale: 1, mode: .fanIn, law: .uniform).entry(rawValue)
    case .lecunNormal: ScaledVariance(scale: 1, mode: .fanIn, law: .truncated).entry(rawValue)
    case .varianceScaling: ScaledVariance().entry(rawValue)
    case .orthogonal:
      MethodEntry(
        name: rawValue, lawInWords: Phrase("law.orthonormal"),
        parameters: [.gain], source: Source(paper: "saxe2013", locator: "section 3"),
        plan: Plan.orthogonal, formulas: \.orthogonalFormulas)
    case .sparse:
      MethodEntry(
        name: rawValue, lawInWords: Phrase("law.zeros"),
        parameters: [.sparsity, .std], defaults: [.std: .quantity(Quantity(0.01))],
        requiredParameters: [.sparsity],
        source: Source(paper: "martens2010", locator: "section 5"),
        plan: Plan.sparse, formulas: \.sparseFormulas)
    case .eye:
      MethodEntry(
        name: rawValue, lawInWords: Phrase("law.diagonal"),
        plan: Plan.eye, formulas: \.eyeFormulas)
    case .dirac:
      MethodEntry(
        name: rawValue, lawInWords: Phrase("law.diagonal"),
        parameters: [.groups], standardShape: .standardKernel,
        plan: Plan.dirac, formulas: \.diracFormulas)
    case .constant:
      MethodEntry(
        name: rawValue, lawInWords: .verbatim("val"), parameters: [.val],
        requiredParameters: [.val],
        plan: Plan.constant, formulas: \.constantFormulas)
    case .ones:
      MethodEntry(
        name: rawValue, lawInWords: .verbatim("1"), plan: { _ in Plan(constant: 1) },
        formulas: \.valueFormulas)
    case .zeros:
      MethodEntry(
        name: rawValue, lawInWords: .verbatim("0"), plan: { _ in Plan(constant: 0) },
        formulas: \.valueFormulas)
    case .unitForgetBias:
      MethodEntry(
        name: rawValue, lawInWords: Phrase("law.forget"), standardShape: .standardGates,
        plan: Plan.unitForgetBias, formulas: \.onesFormulas)
    case .paddedNormal:
      MethodEntry(
        name: rawValue, lawInWords: Phrase("law.padded"), parameters: [.std, .padding],
        plan: Plan.paddedNormal, formulas: \.paddedFormulas)
    }
  }

  // Eq. 10 and 14 are the variances kept forward and backward, eq. 15 is that of a slope a.
  private func kaiming(isUniform: Bool) -> MethodEntry {
    VarianceScaling(averagesFans: false, isUniform: isUniform).entry(
      rawValue, parameters: [.a, .mode, .nonlinearity],
      source: Source(paper: "he2015", locator: "eq. 10, 14, 15"),
      locator: { call in
        let isSloped = call.nonlinearity == .leakyRelu && call.number(.a) != 0
        // With a slope eq. 15 is the forward form, of which eq. 14's is the twin.
        return switch call.mode {
        case .fanIn, .fanAvg, .fanGeoAvg: isSloped ? "eq. 15" : "eq. 10"
        case .fanOut: isSloped ? "eq. 14, 15" : "eq. 14"
        }
      })
  }
}
