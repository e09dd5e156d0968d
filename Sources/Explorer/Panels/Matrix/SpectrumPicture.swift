private import Glibc
private import Mathematics
internal import Plots
internal import Screen
internal import Spectra
internal import Words

/// Singular values as the histogram wants them.
struct SpectrumPicture {
  let bins: Bins
  /// A's singular values in the same bins.
  let pinned: Bins?
  let law: Curve?
  let markers: [Marker]
  /// The density at the top of the axis where equal values would press all others to the floor.
  let limit: Double?

  /// How many times as high as the others equal values may stand.
  private static let mostContrast = 6.0

  /// Bins the singular values of B, and those of A, for so many columns; nil without any.
  init?(
    _ matrix: MatrixMeasurement, pinned: MatrixMeasurement?, columns: Int, words: Catalogue
  ) {
    guard let spectrum = matrix.spectrum, !spectrum.values.isEmpty else { return nil }
    let shown = [matrix, pinned].compactMap(\.self)
    let count = Self.binCount(of: spectrum.values.count, columns: columns)
    let high = Self.high(shown, binCount: count)
    let edges = (0...count).map { high * Double($0) / Double(count) }
    guard let bins = Bins(counting: spectrum.values, edges: edges) else { return nil }
    self.bins = bins
    let binsOfA = pinned?.spectrum.flatMap { Bins(counting: $0.values, edges: edges) }
    self.pinned = binsOfA
    limit = Self.limit([(matrix, bins)] + (pinned.flatMap { a in binsOfA.map { [(a, $0)] } } ?? []))
    switch matrix.theory {
    case .marchenkoPastur(let theory, let outlier):
      law = Curve(matrix.theory)
      markers =
        [
          Marker(theory.upper, label: "σ₊", asciiLabel: "s_+"),
          Marker(theory.lower, label: "σ₋", asciiLabel: "s_-"),
        ] + (outlier.map { [Marker($0.value, named: words(Phrase("marker.outlier")))] } ?? [])
    case .spikes(let spikes):
      law = nil
      markers = spikes.map { Marker($0.value, named: words(Phrase("legend.theory"))) }
    case .none: (law, markers) = (nil, [])
    }
  }

  // A quarter above the peak of those that vary, unless the others are not much higher.
  private static func limit(_ shown: [(matrix: MatrixMeasurement, bins: Bins)]) -> Double? {
    let peaks = shown.map { matrix, bins in
      let peak = bins.density(ofCount: Double(bins.counts.max() ?? 0))
      if case .spikes = matrix.theory { return (isSpike: true, peak) }
      return (isSpike: false, peak)
    }
    let bulk = peaks.filter { !$0.isSpike }.map(\.1).max() ?? 0
    let spike = peaks.filter(\.isSpike).map(\.1).max() ?? 0
    return bulk > 0 && spike > Self.mostContrast * bulk ? 1.25 * bulk : nil
  }

  // Singular values repel each other, so that more bins than for independent draws stay smooth.
  private static func binCount(of values: Int, columns: Int) -> Int {
    let wanted = min(
      max(10, Int(clamping: (2 * Double(values).squareRoot()).rounded())), max(1, columns))
    let columnsPerBin = max(1, (columns + wanted / 2) / wanted)
    return max(1, columns / columnsPerBin)
  }

  // From 0 to a little beyond what there is or should be; what the mean of the entries pushes far
  // out would squeeze all others.
  private static func high(_ shown: [MatrixMeasurement], binCount: Int) -> Double {
    var high = 0.0
    var spike: Double?
    for matrix in shown {
      let largest = matrix.spectrum?.largest ?? 0
      switch matrix.theory {
      case .marchenkoPastur(let law, _):
        high = max(high, largest < 2 * law.upper ? max(largest, law.upper) : law.upper)
      case .spikes(let spikes):
        let value = spikes.map(\.value).max() ?? 0
        high = max(high, value, largest < 2 * value ? largest : 0)
        if value > 0 { spike = value }
      case .none: high = max(high, largest)
      }
    }
    high = high > 0 && high.isFinite ? high * 1.12 : 1
    // Equal values must not be parted by an edge between them.
    if let spike {
      let bin = floor(spike / high * Double(binCount))
      high = max(high * 0.9, spike * Double(binCount) / (bin + 0.5))
    }
    return high
  }
}

extension Marker {
  /// A marker with a name in words.
  init(_ position: Double, named name: String) {
    self.init(position, label: name, asciiLabel: name.asciiTwin(keepsWide: true))
  }
}

extension Bins {
  /// Counts values in bins; nil where the edges are none.
  fileprivate init?(counting values: [Double], edges: [Double]) {
    guard let low = edges.first, let high = edges.last, high > low else { return nil }
    let count = edges.count - 1
    let scale = Scale(low: low, high: high, cells: count)
    var counts = [Int](repeating: 0, count: count)
    var (underflow, overflow) = (0, 0)
    for value in values {
      if let cell = scale.cell(of: value) {
        counts[cell] += 1
      } else if value < low {
        underflow += 1
      } else {
        overflow += 1
      }
    }
    do {
      try self.init(edges: edges, counts: counts, underflow: underflow, overflow: overflow)
    } catch {
      return nil
    }
  }
}

extension Curve {
  /// The density of singular values; nil where theory has none.
  init?(_ theory: SpectrumTheory) {
    guard case .marchenkoPastur(let law, _) = theory else { return nil }
    self.init(discontinuities: law.lower == 0 ? [0] : []) { law.density($0) }
  }
}
