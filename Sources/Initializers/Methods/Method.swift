/// A method of `torch.nn.init`, by PyTorch's name without the trailing underscore.
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

  /// Parses a name; a trailing underscore, `nn.init.` before it and the glorot_ and he_ aliases are
  /// accepted.
  ///
  /// - Throws: `InitializerError.unknownMethod`, with what may have been meant.
  package init(parsing text: String) throws(InitializerError) {
    guard let method = Method(rawValue: Spelling.pyTorchName(of: text)) else {
      throw .unknownMethod(text, suggestions: Spelling.suggestions(for: text))
    }
    self = method
  }

  /// What should be known of a name that means something else elsewhere; nil for other names.
  package static func note(on text: String) -> String? {
    let name = Spelling.plainName(of: text)
    guard ["he_normal", "glorot_normal"].contains(name) else { return nil }
    return "\(name) is cut at two standard deviations in Keras and JAX; here, as in PyTorch, "
      + "\(Spelling.pyTorchName(of: text)) is not"
  }

  /// Whether the method's law depends on the tensor's fans.
  package var usesFans: Bool {
    switch self {
    case .xavierUniform, .xavierNormal, .kaimingUniform, .kaimingNormal: true
    default: false
    }
  }

  /// The paper the method comes from; nil for a plain law.
  ///
  /// Glorot & Bengio's eq. 12 is the variance 2/(fan_in + fan_out), eq. 16 the uniform law; He et
  /// al.'s eq. 10 and 14 are the variances kept forward and backward, eq. 15 those of a slope a.
  package var source: Source? {
    switch self {
    case .xavierUniform: Source(paper: "glorot2010", locator: "eq. 16")
    case .xavierNormal: Source(paper: "glorot2010", locator: "eq. 12")
    case .kaimingUniform, .kaimingNormal: Source(paper: "he2015", locator: "eq. 10, 14, 15")
    case .orthogonal: Source(paper: "saxe2013", locator: "section 3")
    case .sparse: Source(paper: "martens2010", locator: "section 5")
    default: nil
    }
  }

  /// Where in which paper a method is found.
  package struct Source: Hashable, Sendable {
    /// The paper's key.
    package let paper: String
    /// The place in it.
    package let locator: String
  }
}
