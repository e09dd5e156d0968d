internal import Initializers
internal import Measurements
internal import Plots
internal import Scenes
internal import Screen
internal import Statistics

/// A measurement as the plots want it: bins, expectations, curve and markers.
struct DistributionPicture {
  let binning: Binning
  let bins: Bins
  let expected: [Double]
  let law: Curve?
  let markers: [Marker]
  let chiSquare: ChiSquare?
  /// The residual farthest from 0, among bins that expect enough to have one.
  let worstResidual: Double?
  /// The pinned sample in the same bins.
  let pinned: Bins?

  /// Bins a measurement for so many columns; nil if there is nothing to show.
  ///
  /// - Parameter pinned: the measurement it is compared with, which is left out unless its cells
  ///   are the same.
  init?(_ measurement: Measurement, pinned: Measurement?, columns: Int, choice: BinChoice) {
    guard measurement.moments.count > 0 else { return nil }
    let binning = Binning(measurement, columns: columns, choice: choice)
    guard let bins = Bins(measurement.histogram, binning) else { return nil }
    self.binning = binning
    self.bins = bins
    self.pinned = pinned.flatMap { pinned in
      guard pinned.histogram.grid == measurement.histogram.grid else { return nil }
      return Bins(pinned.histogram, binning)
    }
    let law = measurement.recipe.law.ofDrawnWeights
    let n = Double(measurement.moments.count)
    guard !law.isDegenerate else {
      (expected, self.law, chiSquare, worstResidual) = ([], nil, nil, nil)
      markers = [Marker(law.mean, label: "μ", asciiLabel: "mean")]
      return
    }
    let distribution = bins.edges.map { law.distribution($0) }
    let expected = zip(distribution, distribution.dropFirst()).map { n * ($1 - $0) }
    self.expected = expected
    let ends = law.support.map { [$0.low, $0.high] } ?? []
    self.law = Curve(discontinuities: ends) { law.density($0) }
    markers = Self.markers(measurement)
    // Without independent draws χ² has no law to compare it with.
    chiSquare = law.isIndependent ? ChiSquare(observed: bins.counts, expected: expected) : nil
    worstResidual = zip(bins.counts, expected)
      .compactMap { ResidualStrip.residual(observed: $0, expected: $1) }
      .max { abs($0) < abs($1) }
  }

  private static func markers(_ measurement: Measurement) -> [Marker] {
    let recipe = measurement.recipe
    let law = recipe.law.ofDrawnWeights
    let moments = measurement.moments
    let (mean, std) = (moments.mean, moments.standardDeviation)
    let at = { (factor: Double, label: String, ascii: String) in
      Marker(
        law.mean + factor * law.std, label: label, asciiLabel: ascii,
        samplePosition: std.isFinite ? mean + factor * std : nil)
    }
    var markers = [
      Marker(law.mean, label: "μ", asciiLabel: "mean", samplePosition: mean),
      at(-1, "−σ", "-std"), at(1, "+σ", "+std"),
    ]
    if let (low, high) = law.support {
      let isCentred = recipe.initializer.method.usesFans || recipe.initializer.method == .orthogonal
      // Half-open cells: the upper end belongs to the last cell below it, where the law's edge is.
      let inside = high - (high - low) * 1e-6
      markers += [
        Marker(low, label: isCentred ? "−bound" : "a", asciiLabel: isCentred ? "-bound" : "a"),
        Marker(inside, label: isCentred ? "+bound" : "b", asciiLabel: isCentred ? "+bound" : "b"),
      ]
    } else {
      markers += [at(-2, "−2σ", "-2std"), at(2, "+2σ", "+2std")]
    }
    return markers
  }
}
