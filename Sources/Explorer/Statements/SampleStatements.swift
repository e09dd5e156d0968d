private import Glibc
internal import Measurements
internal import Plots
internal import Scenes
internal import Screen
internal import Statistics
internal import Words

extension HistogramPanel {
  func statements(in lettering: Lettering) -> [Statement] {
    var said = Statements(in: lettering)
    said.head(
      Phrase("histogram.title"), picture == nil ? absence : remarks(in: lettering.glyphs),
      warnings: measurement.remarks(in: lettering.glyphs, hasStrip: false))
    guard let picture else { return said.all }
    for marker in picture.markers {
      said.add(
        Phrase("words.marker", ["name": .text(marker.text(in: lettering.glyphs))]), marker.position)
    }
    for atom in picture.atoms {
      said.add(
        Phrase("words.atom", ["value": .text(Statements.number(atom.position))]),
        Phrase("words.share", ["share": .text(Statements.number(atom.share))]))
    }
    said.add(picture.bars, expected: picture.expected) { Phrase("words.bin", ["bin": "\($0)"]) }
    if let pinned = picture.pinned?.sample.bins {
      said.add(pinned) { Phrase("words.bin-of-a", ["bin": "\($0)"]) }
    }
    return said.all
  }
}

extension ResidualsPanel {
  func statements(in lettering: Lettering) -> [Statement] {
    guard !picture.expected.isEmpty else { return [] }
    var said = Statements(in: lettering)
    said.head(
      Phrase("words.residuals"),
      Self.captions(
        picture.fit, obstacle, shownBins: picture.bins.count, in: lettering.glyphs))
    for (index, (count, expected)) in zip(picture.bins.counts, picture.expected).enumerated() {
      let residual = ResidualStrip.residual(
        observed: count, expected: expected, total: picture.bins.total)
      let bin = Phrase("words.bin", ["bin": "\(index + 1)"])
      if let residual { said.add(said.label(bin, .verbatim("z")), said.scored(residual)) }
    }
    return said.all
  }
}

extension DensityPanel {
  func statements(in lettering: Lettering) -> [Statement] {
    let picture = numbers.picture
    guard let density = numbers.measurement.density, let law = picture.law else {
      return numbers.absence(Phrase("density.title")).statements(in: lettering)
    }
    var said = Statements(in: lettering)
    let bandwidth = Statements.number(density.bandwidth)
    said.head(Phrase("density.title"), [Phrase("density.bandwidth", ["width": .text(bandwidth)])])
    let bins = picture.bins
    for place in zip(bins.edges, bins.edges.dropFirst()).map({ ($0 + $1) / 2 }) {
      let at = Phrase("words.density", ["value": .text(Statements.number(place))])
      said.add(said.label(at, Phrase("legend.sample")), density.value(at: place))
      said.add(said.label(at, Phrase("legend.law")), law.density(place))
      if let pinned = numbers.pinned?.density {
        said.add(said.label(at, .verbatim("A")), pinned.value(at: place))
      }
    }
    return said.all
  }
}

extension DeviationPanel {
  func statements(in lettering: Lettering) -> [Statement] {
    let (low, high) = (numbers.picture.bins.low, numbers.picture.bins.high)
    func deviation(_ measurement: Measurement) -> EcdfDeviation? {
      EcdfDeviation(measurement, from: low, to: high, columns: Statements.mostPlaces)
    }
    guard let own = deviation(numbers.measurement) else {
      return numbers.absence(Phrase("ecdf.title")).statements(in: lettering)
    }
    var said = Statements(in: lettering)
    let half = Statements.number(own.halfWidth)
    said.head(Phrase("ecdf.title"), [Phrase("ecdf.band", ["width": .text(half)])])
    let samples =
      [(Phrase("legend.sample"), own)]
      + (numbers.pinned.flatMap(deviation).map { [(.verbatim("A"), $0)] } ?? [])
    for (name, sample) in samples {
      for point in sample.points {
        let at = Phrase("words.deviation", ["value": .text(Statements.number(point.x))])
        said.add(said.label(at, name), point.deviation)
      }
    }
    return said.all
  }
}

extension QuantilePanel {
  func statements(in lettering: Lettering) -> [Statement] {
    guard let own = QuantileComparison(numbers.measurement)?.standardized else {
      return numbers.absence(Phrase("qq.title")).statements(in: lettering)
    }
    var said = Statements(in: lettering)
    said.head(Phrase("qq.title"), remarks(own))
    // As many as can be listened to, the extremes among them.
    let points = own.points
    let step = max(1, (points.count - 1) / Statements.mostPlaces)
    for (index, point) in points.enumerated()
    where index.isMultiple(of: step) || index == points.count - 1 {
      let at = Phrase("words.quantile", ["value": .text(Statements.number(point.theory))])
      said.add(said.label(at, Phrase("words.deviation-of")), point.sample - point.theory)
      said.add(
        said.label(at, Phrase("words.band")),
        said.interval(point.pointwise.low, point.pointwise.high))
    }
    return said.all
  }
}

extension TailPanel {
  func statements(in lettering: Lettering) -> [Statement] {
    let picture = numbers.picture
    guard let law = picture.law else {
      return numbers.absence(Phrase("tails.title")).statements(in: lettering)
    }
    var said = Statements(in: lettering)
    said.head(Phrase("tails.title"), [Phrase("tails.axis")])
    let bins = picture.bins
    for (index, count) in bins.counts.enumerated() {
      let middle = (bins.edges[index] + bins.edges[index + 1]) / 2
      let at = Phrase("words.log-density", ["value": .text(Statements.number(middle))])
      said.add(said.label(at, Phrase("legend.sample")), log10(bins.density(ofCount: Double(count))))
      said.add(said.label(at, Phrase("legend.law")), log10(law.density(middle)))
    }
    return said.all
  }
}
