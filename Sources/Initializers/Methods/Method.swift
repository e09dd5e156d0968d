/// A method of `torch.nn.init`, by PyTorch's name without the trailing underscore.
public enum Method: String, CaseIterable, Sendable {
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

  /// Parses a name; a trailing underscore and the glorot_ and he_ aliases are accepted.
  ///
  /// - Throws: `InitializerError.unknownMethod`, with the nearest name if one is near.
  public init(parsing text: String) throws(InitializerError) {
    var name = text
    if name.hasSuffix("_") { name.removeLast() }
    if name.hasPrefix("glorot_") { name = "xavier_" + name.dropFirst(7) }
    if name.hasPrefix("he_") { name = "kaiming_" + name.dropFirst(3) }
    guard let method = Method(rawValue: name) else {
      throw .unknownMethod(text, nearest: Spelling.nearest(to: name, among: Method.allCases))
    }
    self = method
  }

  /// Whether the method's law depends on the tensor's fans.
  public var usesFans: Bool {
    switch self {
    case .xavierUniform, .xavierNormal, .kaimingUniform, .kaimingNormal: true
    default: false
    }
  }

  /// The paper the method comes from; nil for a plain law.
  ///
  /// Glorot & Bengio's eq. 12 is the variance 2/(fan_in + fan_out), eq. 16 the uniform law; He et
  /// al.'s eq. 10 and 14 are the variances kept forward and backward, eq. 15 those of a slope a.
  public var source: Source? {
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
  public struct Source: Hashable, Sendable {
    /// The paper's key.
    public let paper: String
    /// The place in it.
    public let locator: String
  }
}
