internal import Initializers
package import Memory
package import Words

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
  /// The system has not the memory that looking takes.
  case noMemory(MemoryError)
  /// Entries of this kurtosis move the largest singular value.
  case kurtosis(Double)
}

extension TestObstacle: Worded {
  /// The reason as a sentence without its full stop.
  package var phrase: Phrase {
    switch self {
    case .notFinite(let count, let total):
      Phrase("obstacle.not-finite", count: count, ["total": "\(total)"])
    case .noWeights: Phrase("obstacle.no-weights")
    case .incomplete: Phrase("obstacle.incomplete")
    case .points: Phrase("obstacle.points")
    case .dependent: Phrase("obstacle.dependent")
    case .coarse(let step, let std):
      Phrase("obstacle.coarse", ["steps": .text(Numeral.typeset(step / std, digits: 2))])
    case .subnormal: Phrase("obstacle.subnormal")
    case .order(let most): Phrase("obstacle.order", ["most": "\(most)"])
    case .entries(let most): Phrase("obstacle.entries", ["most": "\(most)"])
    case .noMemory(let error): error.phrase
    case .kurtosis(let kurtosis):
      Phrase("obstacle.kurtosis", ["kurtosis": .text(Numeral.typeset(kurtosis, digits: 3))])
    }
  }

  /// The reason in a few words, for a row of a table.
  package var short: Phrase {
    switch self {
    case .notFinite: Phrase("obstacle.not-finite.short")
    case .noWeights: Phrase("obstacle.no-weights")
    case .incomplete: Phrase("obstacle.incomplete.short")
    case .points: Phrase("obstacle.points.short")
    case .dependent: Phrase("obstacle.dependent.short")
    case .coarse: Phrase("obstacle.coarse.short")
    case .subnormal: Phrase("obstacle.subnormal.short")
    case .order(let most), .entries(let most): Phrase("obstacle.over", ["most": "\(most)"])
    case .noMemory: Phrase("obstacle.memory.short")
    case .kurtosis(let kurtosis):
      Phrase("obstacle.kurtosis.short", ["kurtosis": .text(Numeral.typeset(kurtosis, digits: 3))])
    }
  }
}
