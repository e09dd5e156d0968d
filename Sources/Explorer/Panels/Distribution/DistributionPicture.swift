private import Glibc
internal import Initializers
private import Mathematics
internal import Measurements
internal import Plots
internal import Scenes
internal import Screen
internal import Statistics
internal import Words

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
  /// - Parameters:
  ///   - pinned: the measurement it is compared with.
  ///   - words: the language of labels.
  init?(
    _ measurement: Measurement, pinned: Measurement?, columns: Int, choice: BinChoice,
    words: Catalogue
  ) {
    guard measurement.moments.count + measurement.zeroCount > 0 else { return nil }
    let other = pinned.map { SampleExtent($0).withMargin }
    let own = SampleExtent(measurement).values
    let span = other.map { min($0.lowerBound, own.lowerBound)...max($0.upperBound, own.upperBound) }
    let binning = Binning(measurement, columns: columns, choice: choice, span: span)
    guard let bins = Bins(measurement.histogram, binning) else { return nil }
    self.binning = binning
    self.bins = bins
    atoms = measurement.atoms(in: words)
    self.pinned = pinned.flatMap { pinned in
      let width = (bins.high - bins.low) / Double(columns)
      let extent = SampleExtent(pinned).values
      let room = (extent.upperBound - extent.lowerBound) / width
      return PinnedPicture(
        pinned, columns: max(1, Int(clamping: min(Double(columns), room.rounded()))),
        choice: choice, words: words)
    }
    let law = measurement.law.ofDrawnWeights
    let n = Double(measurement.moments.count)
    guard !law.isDegenerate else {
      (expected, self.law, fit, markers) = ([], nil, nil, [])
      return
    }
    let distribution = bins.edges.map { law.distribution($0) }
    expected = zip(distribution, distribution.dropFirst()).map { n * ($1 - $0) }
    self.law = Curve(law)
    markers = Self.markers(measurement, in: words)
    fit = GoodnessOfFit(measurement, choice: choice)
  }

  /// What the bars count; nothing where all weights are at atoms.
  var bars: Bins { atoms.isEmpty || law != nil ? bins : bins.emptied ?? bins }

  private static func markers(_ measurement: Measurement, in words: Catalogue) -> [Marker] {
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
      let call = measurement.tensor.initializer
      let isCentred = call.entry.usesFans || call.method == .orthogonal
      // Half-open cells: the upper end belongs to the last cell below it, where the law's edge is.
      let inside = high - (high - low) * 1e-6
      let (least, greatest) =
        isCentred
        ? (words(Phrase("marker.bound.low")), words(Phrase("marker.bound.high"))) : ("a", "b")
      markers += [
        Marker(low, named: least), Marker(inside, named: greatest),
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
    initializer == other.initializer && shape == other.shape && stored == other.stored
  }
}

extension Measurement {
  /// Whether another tensor differs by its seed at most.
  func hasLaw(of other: Tensor) -> Bool { tensor.hasLaw(of: other) }

  /// The values that many weights are equal to by their law, with how many there are.
  func atoms(in words: Catalogue) -> [Atom] {
    let all = moments.count + moments.nonFiniteCount + zeroCount
    func atom(_ value: Double, _ count: Int, _ name: String) -> Atom {
      let places: [String: Phrase.Part] = [
        "count": .text(NumberText.grouped(count, in: .ascii)),
        "value": .text(Numeral.typeset(value)),
      ]
      return Atom(
        value, share: Double(count) / Double(max(1, all)),
        label: words(Phrase("atom.\(name)", count: count, places)))
    }
    if zeroCount > 0 { return [atom(0, zeroCount, "zeros")] }
    guard moments.count > 0, law.isDegenerate else { return [] }
    if case .ones = law {
      let middle = histogram.grid.cell(of: 0.5) ?? 0
      let ones = histogram.total - histogram.cumulativeCounts[max(0, middle)]
      return [
        atom(0, moments.count - ones, "zeros"), atom(1, ones, "ones"),
      ].filter { $0.share > 0 }
    }
    guard moments.minimum == moments.maximum else { return [] }
    return [atom(moments.minimum, moments.count, "value")]
  }
}

extension Curve {
  /// A law's density; nil for a law of points.
  init?(_ law: Law) {
    guard !law.isDegenerate else { return nil }
    self.init(discontinuities: law.support.map { [$0.low, $0.high] } ?? []) { law.density($0) }
  }
}

/// The pinned sample as the plots want it, in bins that end where its law does.
struct PinnedPicture {
  let bins: Bins
  let atoms: [Atom]
  /// The law's density; nil for a law of points.
  let law: Curve?
  private let histogram: FineHistogram

  /// Bins a measurement for the columns that its values take.
  init?(_ measurement: Measurement, columns: Int, choice: BinChoice, words: Catalogue) {
    let binning = Binning(measurement, columns: columns, choice: choice)
    atoms = measurement.atoms(in: words)
    law = Curve(measurement.law.ofDrawnWeights)
    histogram = measurement.histogram
    guard let bins = Bins(histogram, binning) else { return nil }
    let isPoints = measurement.law.ofDrawnWeights.isDegenerate && !atoms.isEmpty
    self.bins = isPoints ? bins.emptied ?? bins : bins
  }

  /// What the histogram draws.
  var sample: PinnedSample { PinnedSample(bins: bins, atoms: atoms, law: law, name: "A") }

  /// The share of the weights below a value, to a fine cell; nil without any.
  func share(below value: Double) -> Double? {
    let (grid, cumulative) = (histogram.grid, histogram.cumulativeCounts)
    guard histogram.total > 0 else { return nil }
    let position = (value - grid.low) / grid.cellWidth
    let edge = min(Double(grid.cellCount), max(0, position.rounded()))
    return edge.isNaN ? nil : Double(cumulative[Int(clamping: edge)]) / Double(histogram.total)
  }
}

/// The values of a sample worth showing: a bounded law's support, and of others as far as the greatest
/// of n weights may be expected, but not beyond 4.2 standard deviations.
struct SampleExtent: Equatable {
  /// The fine cells.
  let cells: Range<Int>
  /// The values from the first cell's lower end to the last one's upper end.
  let values: ClosedRange<Double>
  /// Whether the law has no weights beyond.
  let isBounded: Bool

  init(_ measurement: Measurement) {
    let (cells, grid) = (measurement.histogram.cellCount, measurement.histogram.grid)
    let padding = measurement.range.paddingCells
    isBounded = padding > 0
    if padding > 0 {
      self.cells = padding..<cells - padding
    } else {
      let count = Double(max(2, measurement.moments.count))
      let reach = min(4.2, max(2.8, (2 * log(count)).squareRoot()))
      let shown = Int(clamping: (reach / LawRange.normalReach * Double(cells)).rounded(.up))
      self.cells = (cells - shown) / 2..<(cells + shown) / 2
    }
    values = grid.edge(self.cells.lowerBound)...grid.edge(self.cells.upperBound)
  }

  /// The values shown with a little room about them, so that nothing lies on the frame.
  var withMargin: ClosedRange<Double> {
    let margin = isBounded ? (values.upperBound - values.lowerBound) / 40 : 0
    return values.lowerBound - margin...values.upperBound + margin
  }
}
