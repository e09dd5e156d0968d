private import Mathematics

extension Law {
  /// dF/dx at x; of a sparse law that of the weights that are not zero.
  package func density(_ x: Double) -> Double {
    switch self {
    case .uniform(let low, let high):
      return x >= low && x <= high && high > low ? 1 / (high - low) : 0
    case .normal(let mean, let std):
      guard std > 0 else { return 0 }
      return NormalDistribution.density((x - mean) / std) / std
    case .truncatedNormal(let law): return law.density(x)
    case .sphere(let law): return law.density(x)
    case .sparse: return ofDrawnWeights.density(x)
    case .constant, .ones: return 0
    }
  }

  /// F(x) = P(W ≤ x); of a sparse law that of the weights that are not zero.
  package func distribution(_ x: Double) -> Double {
    switch self {
    case .uniform(let low, let high):
      return high > low ? min(1, max(0, (x - low) / (high - low))) : (x >= low ? 1 : 0)
    case .normal(let mean, let std):
      return std > 0 ? NormalDistribution.distribution((x - mean) / std) : (x >= mean ? 1 : 0)
    case .truncatedNormal(let law): return law.distribution(x)
    case .sphere(let law): return law.distribution(x)
    case .sparse: return ofDrawnWeights.distribution(x)
    case .constant(let value): return x >= value ? 1 : 0
    case .ones: return x >= 1 ? 1 : x >= 0 ? 1 - mean : 0
    }
  }

  /// The x with F(x) = p, for 0 ≤ p ≤ 1; NaN outside.
  package func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    switch self {
    case .uniform(let low, let high): return low + p * (high - low)
    case .normal(let mean, let std):
      return std > 0 ? mean + std * NormalDistribution.quantile(p) : mean
    case .truncatedNormal(let law): return law.quantile(p)
    case .sphere(let law): return law.quantile(p)
    case .sparse: return ofDrawnWeights.quantile(p)
    case .constant(let value): return value
    case .ones: return p <= 1 - mean ? 0 : 1
    }
  }
}
