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
