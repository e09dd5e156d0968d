extension Recipe {
  /// The law as text: `W ~ U(−0.125, 0.125)`.
  public var lawText: String {
    let text = { (value: Double) in Numeral.typeset(value) }
    return switch law {
    case .uniform(let low, let high): "W ~ U(\(text(low)), \(text(high)))"
    case .normal(let mean, let std): "W ~ N(\(text(mean)), \(text(std))²)"
    case .truncatedNormal(let cut):
      "W ~ N(\(text(cut.location)), \(text(cut.scale))²) on [\(text(cut.low)), \(text(cut.high))]"
    case .sphere: "W on a sphere of radius \(text(gain ?? 1))"
    case .sparse(let std, _, _): "W = 0 or W ~ N(0, \(text(std))²)"
    case .constant(let value): "W = \(text(value))"
    case .ones: "W = 0 or 1"
    }
  }
}
