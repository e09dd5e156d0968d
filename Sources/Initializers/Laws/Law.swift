private import Glibc

/// The law of one weight: its density, distribution function, quantiles and moments.
public enum Law: Hashable, Sendable {
  /// Uniform on [low, high).
  case uniform(low: Double, high: Double)
  /// Normal.
  case normal(mean: Double, std: Double)

  /// E W.
  public var mean: Double {
    switch self {
    case .uniform(let low, let high): low / 2 + high / 2
    case .normal(let mean, _): mean
    }
  }

  /// √Var W: (high − low)/√12 for a uniform law.
  public var std: Double {
    switch self {
    case .uniform(let low, let high): (high - low) / 12.0.squareRoot()
    case .normal(_, let std): std
    }
  }

  /// E (W − mean)⁴ / std⁴: 1.8 for a uniform law, 3 for a normal one.
  public var kurtosis: Double {
    switch self {
    case .uniform: 1.8
    case .normal: 3
    }
  }

  /// The ends of the law's support; nil where it has none.
  public var support: (low: Double, high: Double)? {
    switch self {
    case .uniform(let low, let high): (low, high)
    case .normal: nil
    }
  }

  /// The largest distance of a weight from the mean; nil if there is none.
  public var bound: Double? {
    switch self {
    case .uniform(let low, let high): (high - low) / 2
    case .normal: nil
    }
  }

  /// Whether all the mass sits at one point, so that there is no density.
  public var isDegenerate: Bool { !(std > 0 && std.isFinite && mean.isFinite) }

  /// dF/dx at x.
  public func density(_ x: Double) -> Double {
    switch self {
    case .uniform(let low, let high):
      return x >= low && x <= high && high > low ? 1 / (high - low) : 0
    case .normal(let mean, let std):
      guard std > 0 else { return 0 }
      return NormalDistribution.density((x - mean) / std) / std
    }
  }

  /// F(x) = P(W ≤ x).
  public func distribution(_ x: Double) -> Double {
    switch self {
    case .uniform(let low, let high):
      return high > low ? min(1, max(0, (x - low) / (high - low))) : (x >= low ? 1 : 0)
    case .normal(let mean, let std):
      return std > 0 ? NormalDistribution.distribution((x - mean) / std) : (x >= mean ? 1 : 0)
    }
  }

  /// The x with F(x) = p, for 0 ≤ p ≤ 1; NaN outside.
  public func quantile(_ p: Double) -> Double {
    switch self {
    case .uniform(let low, let high):
      return p >= 0 && p <= 1 ? low + p * (high - low) : .nan
    case .normal(let mean, let std):
      guard p >= 0 && p <= 1 else { return .nan }
      return std > 0 ? mean + std * NormalDistribution.quantile(p) : mean
    }
  }
}
