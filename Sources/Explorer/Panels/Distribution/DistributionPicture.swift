internal import Initializers
private import Mathematics
internal import Measurements
internal import Plots
internal import Scenes
internal import Screen
internal import Statistics

/// A measurement as the plots want it: bins, expectations, curve, atoms and markers.
struct DistributionPicture {
  let binning: Binning
  let bins: Bins
  /// The values that many weights are equal to.
  let atoms: [Atom]
  let expected: [Double]
  let law: Curve?
  let markers: [Marker]
  /// The test in the bins that the choice calls for, whatever is drawn.
  let fit: GoodnessOfFit?
  /// The pinned sample in bins of its own.
  let pinned: PinnedPicture?

  /// Bins a measurement for so many columns; nil if there is nothing to show.
  ///
  /// - Parameter pinned: the measurement it is compared with.
  init?(_ measurement: Measurement, pinned: Measurement?, columns: Int, choice: BinChoice) {
    guard measurement.moments.count + measurement.zeroCount > 0 else { return nil }
    let other = pinned.map { SampleExtent($0).withMargin }
    let own = SampleExtent(measurement).values
    let span = other.map {
      min($0.lowerBound, own.lowerBound)...max($0.upperBound, own.upperBound)
    }
    let binning = Binning(measurement, columns: columns, choice: choice, span: span)
    guard let bins = Bins(measurement.histogram, binning) else { return nil }
    self.binning = binning
    self.bins = bins
    atoms = measurement.atoms
    self.pinned = pinned.flatMap { pinned in
      let width = (bins.high - bins.low) / Double(columns)
      let extent = SampleExtent(pinned).values
      let room = (extent.upperBound - extent.lowerBound) / width
      return PinnedPicture(
        pinned, columns: max(1, Int(clamping: min(Double(columns), room.rounded()))),
        choice: choice)
    }
    let law = measurement.law.ofDrawnWeights
    let n = Double(measurement.moments.count)
    guard !law.isDegenerate else {
      (expected, self.law, fit, markers) = ([], nil, nil, [])
      return
    }
    let distribution = bins.edges.map { law.distribution($0) }
    expected = zip(distribution, distribution.dropFirst()).map { n * ($1 - $0) }
    let ends = law.support.map { [$0.low, $0.high] } ?? []
    self.law = Curve(discontinuities: ends) { law.density($0) }
    markers = Self.markers(measurement)
    fit = GoodnessOfFit(measurement, choice: choice)
  }

  /// What the bars count; nothing where all weights are at atoms.
  var bars: Bins {
    atoms.isEmpty || law != nil ? bins : bins.emptied ?? bins
  }

  private static func markers(_ measurement: Measurement) -> [Marker] {
    let law = measurement.law.ofDrawnWeights
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
      let call = measurement.drawn?.tensor.initializer
      let isCentred = call?.entry.usesFans == true || call?.method == .orthogonal
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

extension Tensor {
  /// Whether another tensor differs by its seed at most.
  func hasLaw(of other: Tensor) -> Bool {
    initializer == other.initializer && shape == other.shape
  }
}

extension Measurement {
  /// Whether another tensor differs by its seed at most.
  func hasLaw(of other: Tensor) -> Bool { drawn?.tensor.hasLaw(of: other) ?? false }
}
