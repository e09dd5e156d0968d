extension Law {
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
}
