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
}
