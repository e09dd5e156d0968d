internal import Initializers
internal import Measurements
internal import Plots
internal import Scenes
internal import Screen
internal import Statistics
internal import Words

/// A row of the table of pictures of a sample against its law: which sizes of screen a key shows it
/// on, and how it is made.
struct PanelEntry: Sendable {
  /// The picture, by the command line's word for it.
  let choice: PanelChoice
  /// The sizes of screen where it is not shown anyway, so that a key goes through it.
  let stages: Set<Layout.Stage>
  /// Whether it has its place among all pictures at once.
  let isTile: Bool
  /// Makes the panel.
  let make: @Sendable (DistributionNumbers) -> any Panel

  /// All pictures, in the order of the key.
  static let all = PanelChoice.allCases.map { PanelEntry($0) }

  /// The row of a picture.
  init(_ choice: PanelChoice) {
    switch choice {
    case .density: self.init(choice, [.small, .compact, .large]) { DensityPanel(numbers: $0) }
    case .ecdf: self.init(choice) { DeviationPanel(numbers: $0) }
    case .qq: self.init(choice) { QuantilePanel(numbers: $0) }
    case .tails: self.init(choice) { TailPanel(numbers: $0) }
    case .histogram:
      self.init(choice, [.compact, .medium, .large], isTile: false) { DensityPanel(numbers: $0) }
    }
  }

  private init(
    _ choice: PanelChoice, _ stages: Set<Layout.Stage> = [.small, .compact, .medium, .large],
    isTile: Bool = true, make: @escaping @Sendable (DistributionNumbers) -> any Panel
  ) {
    (self.choice, self.stages, self.isTile, self.make) = (choice, stages, isTile, make)
  }
}

/// What the pictures of a sample are made of.
struct DistributionNumbers: Sendable {
  let measurement: Measurement
  /// A's sample.
  let pinned: Measurement?
  let picture: DistributionPicture

  /// Says why a picture means nothing for a law.
  func absence(_ title: Phrase) -> MessagePanel {
    let law = measurement.law.ofDrawnWeights
    let reason =
      law.isDegenerate
      ? Phrase("panel.points")
      : measurement.moments.count < 2
        ? Phrase("panel.too-few")
        : Phrase("panel.no-bands", ["reason": .phrase(.of(measurement.obstacle ?? .dependent))])
    return MessagePanel(title: title, sentence: reason, margin: 1)
  }
}

/// The density, estimated with a kernel, over the law's.
struct DensityPanel: Panel {
  let numbers: DistributionNumbers

  func draw(on canvas: inout Canvas, in region: Region) {
    let title = Phrase("density.title")
    let (picture, pinned) = (numbers.picture, numbers.pinned)
    guard let density = numbers.measurement.density, picture.law != nil else {
      return numbers.absence(title).draw(on: &canvas, in: region)
    }
    let bandwidth = NumberText.significant(density.bandwidth, digits: 2, in: canvas.glyphs)
    canvas.heading(title, [Phrase("density.bandwidth", ["width": .text(bandwidth)])], in: region)
    let body = region.dropping(1)
    let columns = max(1, BinGeometry.plotColumns(in: body.columns))
    let (low, high) = (picture.bins.low, picture.bins.high)
    let step = (high - low) / Double(columns)
    func values(_ density: DensityEstimate) -> [Double] {
      (0..<columns).map { density.value(at: low + (Double($0) + 0.5) * step) }
    }
    let plot = DensityPlot(
      sample: values(density), law: picture.law, low: low, high: high,
      names: canvas.sampleAndLaw(isCompared: pinned != nil),
      pinned: pinned?.density.map(values) ?? [])
    canvas.draw(plot.frame(size: body.size, glyphs: canvas.glyphs), in: body)
  }
}

/// The empirical distribution function minus the law's, with its band.
struct DeviationPanel: Panel {
  let numbers: DistributionNumbers

  func draw(on canvas: inout Canvas, in region: Region) {
    let title = Phrase("ecdf.title")
    let body = region.dropping(1)
    let columns = BinGeometry.plotColumns(in: body.columns)
    let (low, high) = (numbers.picture.bins.low, numbers.picture.bins.high)
    func deviation(_ measurement: Measurement) -> EcdfDeviation? {
      EcdfDeviation(measurement, from: low, to: high, columns: columns)
    }
    guard let own = deviation(numbers.measurement) else {
      return numbers.absence(title).draw(on: &canvas, in: region)
    }
    let half = NumberText.significant(own.halfWidth, digits: 2, in: canvas.glyphs)
    var remarks = [Phrase("ecdf.band", ["width": .text(half)])]
    if let test = numbers.measurement.kolmogorovSmirnov {
      let distance = NumberText.significant(test.statistic, digits: 3, in: canvas.glyphs)
      let statistic = Phrase.verbatim("D \(distance)")
      remarks.insert(
        Phrase("remark.two", ["first": .phrase(statistic), "second": .phrase(remarks[0])]), at: 0)
    }
    canvas.heading(title, remarks, in: region)
    let pinned = numbers.pinned
    let plot = DeviationPlot(
      x: own.points.map(\.x), deviation: own.points.map(\.deviation),
      total: numbers.measurement.moments.count, caption: canvas.shown(Phrase("ecdf.axis")),
      pinned: pinned.flatMap(deviation).map {
        PinnedLine(
          x: $0.points.map(\.x), y: $0.points.map(\.deviation),
          total: pinned?.moments.count ?? 0)
      })
    canvas.draw(
      plot.frame(size: body.size, glyphs: canvas.glyphs, hasFills: canvas.hasFills), in: body)
  }
}

/// The quantiles minus the law's, with pointwise and simultaneous bands.
struct QuantilePanel: Panel {
  let numbers: DistributionNumbers

  func draw(on canvas: inout Canvas, in region: Region) {
    let title = Phrase("qq.title")
    guard let own = QuantileComparison(numbers.measurement)?.standardized else {
      return numbers.absence(title).draw(on: &canvas, in: region)
    }
    let points = own.points
    canvas.heading(title, remarks(own), in: region)
    let body = region.dropping(1)
    func band(
      _ interval: KeyPath<QuantilePoint, QuantileBands.Interval>, isLight: Bool
    ) -> LineBand {
      LineBand(
        x: points.map(\.theory), low: points.map { $0[keyPath: interval].low },
        high: points.map { $0[keyPath: interval].high }, isLight: isLight)
    }
    let other = numbers.pinned.flatMap { QuantileComparison($0)?.standardized.points }
    let plot = QuantilePlot(
      theory: points.map(\.theory), sample: points.map(\.sample),
      bands: [
        band(\.pointwise, isLight: false), band(\.simultaneous, isLight: true),
      ], caption: canvas.shown(Phrase("qq.axis")),
      pinned: other.map { PinnedLine(x: $0.map(\.theory), y: $0.map(\.sample)) })
    canvas.draw(
      plot.frame(size: body.size, glyphs: canvas.glyphs, hasFills: canvas.hasFills), in: body)
  }
}

extension QuantilePanel {
  /// How many quantiles are outside the bands, or why that means nothing, the fullest first.
  func remarks(_ comparison: QuantileComparison) -> [Phrase] {
    if let obstacle = numbers.measurement.obstacle {
      return [obstacle.untested[0], obstacle.short]
    }
    let places: [String: Phrase.Part] = [
      "each": "\(comparison.outsidePointwise)", "all": "\(comparison.outsideSimultaneous)",
      "points": "\(comparison.points.count)",
    ]
    return [
      Phrase("qq.outside", places), Phrase("qq.outside.short", places),
      Phrase("qq.outside.least", places),
    ]
  }
}

/// The densities on a logarithmic axis.
struct TailPanel: Panel {
  let numbers: DistributionNumbers

  func draw(on canvas: inout Canvas, in region: Region) {
    let (title, picture) = (Phrase("tails.title"), numbers.picture)
    guard picture.law != nil else {
      return numbers.absence(title).draw(on: &canvas, in: region)
    }
    canvas.heading(title, [Phrase("tails.axis"), Phrase("tails.axis.short")], in: region)
    let body = region.dropping(1)
    let plot = TailPlot(
      bins: picture.bins, law: picture.law,
      names: canvas.sampleAndLaw(isCompared: picture.pinned != nil),
      pinned: picture.pinned?.sample)
    canvas.draw(plot.frame(size: body.size, glyphs: canvas.glyphs), in: body)
  }
}

extension Canvas {
  /// What the legend calls the sample and its law.
  fileprivate func sampleAndLaw(isCompared: Bool) -> (String, String) {
    (isCompared ? "B" : words(Phrase("legend.sample")), words(Phrase("legend.law")))
  }
}
