internal import Initializers

/// Why a sample is not tested against its law, or a promise is not checked.
package enum TestObstacle: Hashable, Sendable {
  /// So many weights are infinite or not a number.
  case notFinite(Int, of: Int)
  /// There are no weights.
  case noWeights
  /// Not all weights are drawn.
  case incomplete
  /// All weights are at points: there is no density.
  case points
  /// The weights depend on each other.
  case dependent
  /// Steps of float32 as wide as this are too coarse for a law of this standard deviation.
  case coarse(step: Double, std: Double)
  /// The weights are below float32's normal numbers, where it has fewer digits.
  case subnormal
  /// The smaller side is longer than this.
  case order(Int)
  /// There are more weights than this.
  case entries(Int)
  /// Entries of this kurtosis move the largest singular value.
  case kurtosis(Double)
}

extension TestObstacle: CustomStringConvertible {
  /// The reason as a sentence without its full stop.
  package var description: String {
    switch self {
    case .notFinite(let count, let total):
      "\(count) of \(total) weights \(count == 1 ? "is" : "are") infinite or NaN"
    case .noWeights: "no weights"
    case .incomplete: "not all weights are drawn"
    case .points: "the law is made of points"
    case .dependent: "the weights depend on each other"
    case .coarse(let step, let std):
      "float32's steps are \(Numeral.typeset(step / std, digits: 2)) std"
    case .subnormal: "the weights are below float32's normal numbers"
    case .order(let most): "the smaller side is longer than \(most)"
    case .entries(let most): "there are more than \(most) weights"
    case .kurtosis(let kurtosis):
      "a kurtosis of \(Numeral.typeset(kurtosis, digits: 3)) moves the largest singular value"
    }
  }

  /// The reason in a few words, for a row of a table.
  package var shortDescription: String {
    switch self {
    case .notFinite: "not finite"
    case .noWeights: "no weights"
    case .incomplete: "when all is drawn"
    case .points: "needs a density"
    case .dependent: "dependent"
    case .coarse: "float32 steps"
    case .subnormal: "subnormal"
    case .order(let most), .entries(let most): "over \(most)"
    case .kurtosis(let kurtosis): "kurtosis \(Numeral.typeset(kurtosis, digits: 3))"
    }
  }
}
