private import Glibc
package import Words

/// Where nearly all networks of a finite width have a layer's mean square: two standard deviations of
/// its logarithm around the geometric mean.
package struct Band: Hashable, Sendable {
  /// The geometric mean over networks, near the median; below the mean, which theory gives.
  package let centre: Double
  /// σ, the standard deviation of the logarithm over networks.
  package let logarithmicDeviation: Double

  /// The geometric mean over e^(2σ).
  package var low: Double { centre * exp(-2 * logarithmicDeviation) }
  /// The geometric mean times e^(2σ).
  package var high: Double { centre * exp(2 * logarithmicDeviation) }

  /// Whether a mean square is between the two; where nothing strays, so that there is no band, every
  /// one is.
  package func contains(_ meanSquare: Double) -> Bool {
    logarithmicDeviation == 0 || !(meanSquare < low || meanSquare > high)
  }

  /// The band of a mean square that theory puts at a value.
  ///
  /// - Parameters:
  ///   - theory: the value in an infinitely wide network.
  ///   - shift: E ln q less the logarithm of that value.
  ///   - variance: Var ln q.
  init(theory: Double, shift: Double, variance: Double) {
    centre = theory * exp(shift)
    logarithmicDeviation = max(variance, 0).squareRoot()
  }
}

/// Why no band is drawn where theory has none that nearly all networks would keep to.
package enum BandAbsence: String, Hashable, Sendable {
  /// Weights that depend on each other stray less than those the band is known for.
  case orthogonal
  /// A neuron sums so few weights of any size that it is far from normal.
  case heavyTails = "heavy-tails"
  /// Layers so narrow that a series in 1/n says nothing.
  case narrow
  /// Networks stray so far from theory's line that the map is not straight where they are.
  case unstable
  /// Gradients of a batch, where f′ changes with the mean square.
  case batchOfGradients = "batch"

  /// The reason in a few words.
  package var reason: Phrase { Phrase("no-band.\(rawValue)") }

  /// The reason in three columns, where there is no room for more.
  package var mark: Phrase { Phrase("no-band.\(rawValue).mark") }

  /// The reason in a sentence.
  package var sentence: Phrase { Phrase("no-band.\(rawValue).sentence") }
}

extension FiniteWidth {
  /// Why these networks have no band of the signal; nil where they have one.
  package var absence: BandAbsence? {
    if (steps.map(\.width).min() ?? 0) < Self.leastWidth { return .narrow }
    if mostWeightExcess > Self.mostExcess { return .heavyTails }
    return isUnstable ? .unstable : nil
  }

  /// Why they have no band of the gradients.
  package var gradientAbsence: BandAbsence? {
    if ensemble.batch > 1, map.activation.homogeneousFactor == nil { return .batchOfGradients }
    return absence
  }

  // Below that two orders of 1/n are not enough.
  private static let leastWidth = 16.0
  // A fourth cumulant of that much of a normal number's 3 is no small correction.
  private static let mostExcess = 0.25
  // In standard deviations: with an end so far off, a band may hold 93 networks of 100 instead of 95.
  private static let mostBow = 0.3

  // The weights' part of the fourth cumulants: a bias acts on what is seen of a layer only.
  private var mostWeightExcess: Double {
    let kurtoses = steps.compactMap { step in
      step.moments.map { step.share * step.share * $0.kurtosis / step.width }
    }
    let input = ensemble.inputKurtosis / ensemble.width(0)
    return abs(ensemble.weightKurtosis - 3) * (kurtoses + [input]).reduce(0, max)
  }

  // Where networks stray so far that the map, which is not straight, moves the band's ends too far.
  private var isUnstable: Bool {
    zip(steps, bands).contains { step, band in
      let most = Self.mostBow * band.logarithmicDeviation
      return !(abs(step.bow.low) <= most && abs(step.bow.high) <= most)
    }
  }
}
