internal import Initializers
internal import Mathematics
internal import Statistics

/// What the least and the greatest of n weights should be, and how unusual they are.
struct ExtremeScores {
  private let law: Law
  private let count: Int
  private let extremes: Extremes

  // Both samplers start from numbers of 24 bits. From here on the coarseness of what they make of
  // them shows in the extremes, which for a normal law has no simple form.
  private static let largestContinuousCount = 1 << 22
  private static let gridStep = 0x1p-24

  init(law: Law, count: Int) {
    self.law = law
    self.count = count
    extremes = Extremes(count: count)
  }

  /// The median of the least of n draws.
  var medianMinimum: Double {
    extremes.minimumQuantile(0.5, lawQuantile: { law.quantile($0) })
  }

  /// The median of the greatest of n draws.
  var medianMaximum: Double {
    extremes.maximumQuantile(0.5, lawQuantile: { law.quantile($0) })
  }

  /// The standard normal value as unusual as a minimum; nil where none is defined.
  func zScore(minimum: Double) -> Double? {
    zScore(tail: law.distribution(minimum), endsOnStep: false)
  }

  /// The standard normal value as unusual as a maximum; nil where none is defined.
  func zScore(maximum: Double) -> Double? {
    // The upper tail is read as a lower one, where its digits are kept.
    zScore(tail: 1 - law.distribution(maximum), endsOnStep: true).map { -$0 }
  }

  // Of a uniform law on its grid the probability is the middle of the step the extreme stands on:
  // tails k and k + 1 for a minimum, k - 1 and k for a maximum, whose u never reaches 1.
  private func zScore(tail: Double, endsOnStep: Bool) -> Double? {
    var probability = extremes.minimumProbability(tail)
    if case .uniform = law {
      // float32 rounds the weight to a neighbour of its place on the grid.
      let steps = (tail / Self.gridStep).rounded()
      let first = endsOnStep ? max(0, steps - 1) : steps
      probability =
        (extremes.minimumProbability(first * Self.gridStep)
          + extremes.minimumProbability(min(1, (first + 1) * Self.gridStep))) / 2
    } else if count > Self.largestContinuousCount {
      return nil
    }
    let z = NormalDistribution.quantile(probability)
    return z.isFinite ? z : nil
  }
}
