internal import Initializers
internal import Measurements
internal import Plots
internal import Scenes
internal import Screen
internal import Statistics

extension Canvas {
  /// The panels of the distribution view: histogram, residuals, density, numbers, formula.
  mutating func drawDistribution(_ model: Model, layout: Layout) {
    if let refusal = model.refusal {
      drawRefusal(refusal, in: layout.histogram)
      return
    }
    if let recipe = try? model.scene.recipe() {
      drawFormula(recipe, model, in: layout.formula, isShort: layout.strip != nil)
    }
    // Another seed of the same law may stand until its numbers come; another law may not.
    guard let measurement = model.measurement, measurement.scene.hasLaw(of: model.scene) else {
      heading("Histogram", "drawing…", in: layout.histogram)
      return
    }
    let columns = HistogramPlot.plotColumns(in: layout.histogram.size)
    let picture = DistributionPicture(measurement, columns: columns)
    drawHistogram(picture, measurement, model, in: layout.histogram)
    if let picture {
      if let residuals = layout.residuals { drawResiduals(picture, in: residuals) }
      if let density = layout.density { drawDensity(picture, measurement, in: density) }
    }
    drawNumbers(measurement, in: layout.numbers, isWide: layout.strip != nil)
  }

  private mutating func drawHistogram(
    _ picture: DistributionPicture?, _ measurement: Measurement, _ model: Model, in region: Region
  ) {
    let count = NumberText.grouped(measurement.drawnCount, in: glyphs)
    let weights = measurement.drawnCount == 1 ? "1 weight" : "\(count) weights"
    var details = weights
    if let bins = picture?.bins {
      details +=
        " · \(bins.count) bins of \(NumberText.significant(bins.width, digits: 3, in: glyphs))"
      let outside = bins.underflow + bins.overflow
      if outside > 0 { details += " · \(NumberText.grouped(outside, in: glyphs)) outside" }
    }
    if measurement.scene != model.scene {
      heading("Histogram", "drawing…", in: region)
    } else if measurement.isComplete {
      heading("Histogram", details, weights, in: region)
    } else {
      let bar = progressBar(measurement.progress)
      heading("Histogram", "\(bar) \(details)", "\(bar) \(weights)", bar, in: region)
    }
    var body = Region(
      column: region.column, row: region.row + 1, columns: region.columns, rows: region.rows - 1)
    for warning in measurement.recipe.warnings {
      for line in warning.message.wrapped(to: body.columns, at: [" "]) {
        put(line, column: body.column, row: body.row, Style(.warning, .bold))
        body.row += 1
        body.size = Size(columns: body.columns, rows: body.rows - 1)
      }
    }
    guard let picture else {
      let sentence =
        !measurement.isComplete
        ? "drawing…"
        : measurement.zeroCount > 0
          ? "every weight is 0" : measurement.drawnCount > 0 ? "no finite weight" : "no weights"
      put(sentence, column: body.column + 8, row: body.row + body.rows / 2, Style(.dim))
      return
    }
    let plot = HistogramPlot(
      bins: picture.bins, expected: picture.expected, law: picture.law, markers: picture.markers)
    draw(plot.frame(size: body.size, glyphs: glyphs), in: body)
  }

  private func progressBar(_ progress: Double) -> String {
    let cells = 10
    let filled = min(cells, max(0, Int(progress * Double(cells))))
    return "[" + String(repeating: "=", count: filled)
      + String(repeating: " ", count: cells - filled) + "] \(Int(progress * 100)) %"
  }

  private mutating func drawResiduals(_ picture: DistributionPicture, in region: Region) {
    guard !picture.expected.isEmpty else { return }
    var caption = ""
    if let test = picture.chiSquare, test.degreesOfFreedom > 0 {
      caption =
        "χ² \(NumberText.significant(test.statistic, digits: 3, in: glyphs))"
        + " over \(test.poolCount) bins"
        + ", p \(NumberText.significant(test.pValue, digits: 2, in: glyphs))"
    }
    if let worst = picture.worstResidual {
      let sign = worst > 0 ? "+" : ""
      caption +=
        "\(caption.isEmpty ? "" : " · ")worst \(sign)\(NumberText.fixed(worst, decimals: 1, in: glyphs))"
    }
    let strip = ResidualStrip(
      bins: picture.bins, expected: picture.expected, caption: shown(caption))
    draw(strip.frame(size: region.size, glyphs: glyphs), in: region)
  }

  private mutating func drawDensity(
    _ picture: DistributionPicture, _ measurement: Measurement, in region: Region
  ) {
    guard let density = measurement.density else {
      heading("Density", in: region)
      put("no density", column: region.column + 2, row: region.row + 1, Style(.dim))
      return
    }
    let bandwidth = NumberText.significant(density.bandwidth, digits: 2, in: glyphs)
    heading("Density", "bandwidth \(bandwidth)", in: region)
    let body = Region(
      column: region.column, row: region.row + 1, columns: region.columns, rows: region.rows - 1)
    let columns = max(1, DensityPlot.plotColumns(in: body.size))
    let (low, high) = (picture.bins.low, picture.bins.high)
    let step = (high - low) / Double(columns)
    let plot = DensityPlot(
      sample: (0..<columns).map { density.value(at: low + (Double($0) + 0.5) * step) },
      law: picture.law, low: low, high: high)
    draw(plot.frame(size: body.size, glyphs: glyphs), in: body)
  }

  private mutating func drawRefusal(_ refusal: InitializerError, in region: Region) {
    heading("Refused", in: region)
    var row = region.row + 2
    for line in refusal.description.wrapped(to: region.columns - 4, at: [" "]) {
      put(line, column: region.column + 2, row: row, Style(.error, .bold))
      row += 1
    }
    let hint =
      refusal == .needsThreeToFiveDimensions
      ? "A convolution's shape has a kernel: type a shape such as 256,128,3."
      : "Change the shape or the parameters, or choose another method."
    for line in hint.wrapped(to: region.columns - 4, at: [" "]) {
      row += 1
      put(line, column: region.column + 2, row: row, Style(.dim))
    }
  }
}

extension Scene {
  /// Whether another scene differs by its seed at most.
  fileprivate func hasLaw(of other: Scene) -> Bool {
    initializer == other.initializer && shape == other.shape
  }
}
