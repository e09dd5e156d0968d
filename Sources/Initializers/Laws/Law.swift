private import Mathematics

/// The law of one weight: its density, distribution function, quantiles and moments.
package enum Law: Hashable, Sendable {
  /// Uniform on [low, high).
  case uniform(low: Double, high: Double)
  /// Normal.
  case normal(mean: Double, std: Double)
  /// Normal, cut to an interval.
  case truncatedNormal(TruncatedNormal)
  /// An entry of an orthogonal matrix; entries depend on each other.
  case sphere(SphereCoordinate)
  /// Normal with a share of exact zeros in every column; moments are those of all weights.
  case sparse(std: Double, zeros: Int, rows: Int)
  /// One value.
  case constant(Double)
  /// Zeros, and this many ones.
  case ones(count: Int, of: Int)

  /// The law's name.
  package var kind: String {
    switch self {
    case .uniform: "uniform"
    case .normal: "normal"
    case .truncatedNormal: "truncated_normal"
    case .sphere: "sphere_coordinate"
    case .sparse: "sparse_normal"
    case .constant: "constant"
    case .ones: "zeros_and_ones"
    }
  }

  /// Whether the weights' root mean square is exact, as their standard deviation is not: of an
  /// orthogonal matrix, and of zeros and ones.
  package var hasExactRootMeanSquare: Bool {
    switch self {
    case .sphere, .ones: true
    case .uniform, .normal, .truncatedNormal, .sparse, .constant: false
    }
  }

  /// Whether the weights are independent draws, so that z-scores and tests mean something; of a
  /// sparse law those that are not zero.
  package var isIndependent: Bool {
    switch self {
    case .uniform, .normal, .truncatedNormal, .sparse: true
    case .sphere, .constant, .ones: false
    }
  }

  /// The law of the weights that are drawn: of a sparse law the normal one.
  package var ofDrawnWeights: Law {
    if case .sparse(let std, _, _) = self { .normal(mean: 0, std: std) } else { self }
  }

  /// E W.
  package var mean: Double {
    switch self {
    case .uniform(let low, let high): low / 2 + high / 2
    case .normal(let mean, _): mean
    case .truncatedNormal(let law): law.mean
    case .sphere, .sparse: 0
    case .constant(let value): value
    case .ones(let count, let total): total > 0 ? Double(count) / Double(total) : 0
    }
  }

  /// √Var W: (high − low)/√12 for a uniform law, std·√(1 − share of zeros) for a sparse one.
  package var std: Double {
    switch self {
    case .uniform(let low, let high): (high - low) / 12.0.squareRoot()
    case .normal(_, let std): std
    case .truncatedNormal(let law): law.std
    case .sphere(let law): law.std
    case .sparse(let std, let zeros, let rows):
      rows > 0 ? std * (1 - Double(zeros) / Double(rows)).squareRoot() : std
    case .constant: 0
    case .ones: (mean * (1 - mean)).squareRoot()
    }
  }

  /// √E W².
  package var rootMeanSquare: Double {
    if case .ones = self { mean.squareRoot() } else { (mean * mean + std * std).squareRoot() }
  }

  /// E (W − mean)⁴ / std⁴: 1.8 for a uniform law, 3 for a normal one; NaN where nothing varies.
  package var kurtosis: Double {
    switch self {
    case .uniform: 1.8
    case .normal: 3
    case .truncatedNormal(let law): law.kurtosis
    case .sphere(let law): law.kurtosis
    case .sparse(_, let zeros, let rows):
      rows > zeros ? 3 * Double(rows) / Double(rows - zeros) : .nan
    case .constant: .nan
    case .ones: mean > 0 && mean < 1 ? 1 / (mean * (1 - mean)) - 3 : .nan
    }
  }

  /// The ends of the law's support; nil where it has none.
  package var support: (low: Double, high: Double)? {
    switch self {
    case .uniform(let low, let high): (low, high)
    case .truncatedNormal(let law):
      law.low.isFinite && law.high.isFinite ? (law.low, law.high) : nil
    case .sphere(let law): (-law.radius, law.radius)
    case .normal, .sparse, .constant, .ones: nil
    }
  }

  /// The largest |W| that the law allows, of U(−b, b) b and of an orthogonal matrix the gain; nil
  /// if there is none.
  package var bound: Double? {
    switch self {
    case .constant(let value): abs(value)
    case .ones(let count, let total): total > 0 ? (count > 0 ? 1 : 0) : nil
    case .uniform, .normal, .truncatedNormal, .sphere, .sparse:
      support.map { max(abs($0.low), abs($0.high)) }
    }
  }

  /// Whether there is no density to draw: all the mass sits at points, or the law is not finite.
  package var isDegenerate: Bool {
    switch self {
    case .uniform, .normal, .sparse:
      !(ofDrawnWeights.std > 0 && ofDrawnWeights.std.isFinite && mean.isFinite)
    case .truncatedNormal(let law): !law.hasDensity
    case .sphere(let law): !law.hasDensity
    case .constant, .ones: true
    }
  }

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

extension Law {
  /// Whether both are one law up to rounding.
  ///
  /// - Parameter tolerance: how far their numbers may be apart, as a part of the larger.
  package func isAlike(_ other: Law, within tolerance: Double) -> Bool {
    func near(_ left: Double, _ right: Double) -> Bool {
      abs(left - right) <= tolerance * max(abs(left), abs(right))
    }
    switch (self, other) {
    case (.uniform(let low, let high), .uniform(let otherLow, let otherHigh)):
      return near(low, otherLow) && near(high, otherHigh)
    case (.truncatedNormal(let own), .truncatedNormal(let other)):
      return near(own.scale, other.scale) && near(own.low, other.low)
        && near(own.high, other.high)
    case (.normal(let mean, let std), .normal(let otherMean, let otherStd)):
      return near(mean, otherMean) && near(std, otherStd)
    case (.sphere(let own), .sphere(let other)):
      return own.dimension == other.dimension && near(own.radius, other.radius)
    default: return self == other
    }
  }
}
