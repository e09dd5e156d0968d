internal import Initializers
internal import Measurements
internal import Plots
internal import Scenes
internal import Screen
internal import Statistics

extension Canvas {
  /// One of the pictures of the sample against its law.
  mutating func drawPanel(
    _ panel: Panel, _ picture: DistributionPicture, _ measurement: Measurement,
    _ pinned: Measurement?, in region: Region
  ) {
    switch panel {
    case .density, .histogram: drawDensity(picture, measurement, pinned, in: region)
    case .ecdf: drawDeviation(picture, measurement, pinned, in: region)
    case .qq: drawQuantiles(measurement, pinned, in: region)
    case .tails: drawTails(picture, measurement, in: region)
    }
  }

  private mutating func drawDensity(
    _ picture: DistributionPicture, _ measurement: Measurement, _ pinned: Measurement?,
    in region: Region
  ) {
    guard let density = measurement.density, picture.law != nil else {
      return drawAbsence("Density", measurement, in: region)
    }
    let bandwidth = NumberText.significant(density.bandwidth, digits: 2, in: glyphs)
    heading("Density", "bandwidth \(bandwidth)", in: region)
    let body = region.dropping(1)
    let columns = max(1, DensityPlot.plotColumns(in: body.size))
    let (low, high) = (picture.bins.low, picture.bins.high)
    let step = (high - low) / Double(columns)
    func values(_ density: DensityEstimate) -> [Double] {
      (0..<columns).map { density.value(at: low + (Double($0) + 0.5) * step) }
    }
    let plot = DensityPlot(
      sample: values(density), law: picture.law, low: low, high: high,
      names: (pinned == nil ? "sample" : "B", "law"),
      pinned: pinned?.density.map(values) ?? [])
    draw(plot.frame(size: body.size, glyphs: glyphs), in: body)
  }

  private mutating func drawDeviation(
    _ picture: DistributionPicture, _ measurement: Measurement, _ pinned: Measurement?,
    in region: Region
  ) {
    let body = region.dropping(1)
    let columns = DensityPlot.plotColumns(in: body.size)
    let (low, high) = (picture.bins.low, picture.bins.high)
    func deviation(_ measurement: Measurement) -> EcdfDeviation? {
      EcdfDeviation(measurement, from: low, to: high, columns: columns)
    }
    guard let own = deviation(measurement) else {
      return drawAbsence("ECDF − law", measurement, in: region)
    }
    let half = NumberText.significant(own.halfWidth, digits: 2, in: glyphs)
    var remarks = ["95 % band ±\(half)"]
    if let test = measurement.kolmogorovSmirnov {
      let distance = NumberText.significant(test.statistic, digits: 3, in: glyphs)
      remarks.insert("D \(distance) · \(remarks[0])", at: 0)
    }
    heading("ECDF − law", remarks[0], remarks.last ?? "", in: region)
    let other = pinned.flatMap(deviation)
    let plot = DeviationPlot(
      x: own.points.map(\.x), deviation: own.points.map(\.deviation),
      total: measurement.moments.count, caption: shown("F−law"),
      pinned: other.map {
        PinnedLine(
          x: $0.points.map(\.x), y: $0.points.map(\.deviation),
          total: pinned?.moments.count ?? 0)
      })
    draw(plot.frame(size: body.size, glyphs: glyphs), in: body)
  }

  private mutating func drawQuantiles(
    _ measurement: Measurement, _ pinned: Measurement?, in region: Region
  ) {
    guard let own = QuantileComparison(measurement)?.standardized else {
      return drawAbsence("QQ − law", measurement, in: region)
    }
    let points = own.points
    let (each, atOnce) = (own.outsidePointwise, own.outsideSimultaneous)
    let verdicts = [
      "outside the 95 % bands: \(each) of \(points.count) pointwise, \(atOnce) simultaneous",
      "outside: \(each) pointwise, \(atOnce) simultaneous", "\(each) out, \(atOnce) at once",
    ]
    let untested = measurement.obstacle.map { ["no test: \($0)", $0.shortDescription] }
    heading("QQ − law", untested ?? verdicts, in: region)
    let body = region.dropping(1)
    func band(
      _ interval: KeyPath<QuantilePoint, QuantileBands.Interval>, isLight: Bool
    ) -> LineBand {
      LineBand(
        x: points.map(\.theory), low: points.map { $0[keyPath: interval].low },
        high: points.map { $0[keyPath: interval].high }, isLight: isLight)
    }
    let other = pinned.flatMap { QuantileComparison($0)?.standardized.points }
    let plot = QuantilePlot(
      theory: points.map(\.theory), sample: points.map(\.sample),
      bands: [
        band(\.pointwise, isLight: false), band(\.simultaneous, isLight: true),
      ], caption: shown("Δ in σ"),
      pinned: other.map { PinnedLine(x: $0.map(\.theory), y: $0.map(\.sample)) })
    draw(plot.frame(size: body.size, glyphs: glyphs), in: body)
  }

  private mutating func drawTails(
    _ picture: DistributionPicture, _ measurement: Measurement, in region: Region
  ) {
    guard picture.law != nil else { return drawAbsence("Tails", measurement, in: region) }
    heading("Tails", "density on a logarithmic axis", "log density", in: region)
    let body = region.dropping(1)
    let plot = TailPlot(
      bins: picture.bins, law: picture.law,
      names: (picture.pinned == nil ? "sample" : "B", "law"),
      pinned: picture.pinned?.sample)
    draw(plot.frame(size: body.size, glyphs: glyphs), in: body)
  }

  /// Says why a picture means nothing for a law.
  private mutating func drawAbsence(
    _ title: String, _ measurement: Measurement, in region: Region
  ) {
    heading(title, in: region)
    let law = measurement.recipe.law.ofDrawnWeights
    let reason =
      law.isDegenerate
      ? "The law is made of points: there is no density to compare with."
      : measurement.moments.count < 2
        ? "Too few weights."
        : "No bands and no tests: \(measurement.obstacle ?? .dependent)."
    for (index, line) in reason.wrapped(to: region.columns - 3, at: [" "]).enumerated() {
      put(line, column: region.column + 2, row: region.row + 2 + index, Style(.dim))
    }
  }
}
