private import Clamping
internal import Initializers
internal import Measurements
internal import Plots
internal import Scenes
internal import Screen
internal import Statistics

extension Canvas {
  /// The distribution view: histogram, residuals, panels, numbers, formula.
  mutating func drawDistribution(_ model: Model, layout: Layout) {
    let arrangement = DistributionArrangement(layout, panel: model.scene.panel)
    if let recipe = try? model.scene.recipe() {
      drawFormula(recipe, model, in: arrangement.formula)
    }
    // Another seed of the same law may stand until its numbers come; another law may not.
    guard let measurement = model.measurement, measurement.tensor.hasLaw(of: model.scene.tensor)
    else {
      heading("Histogram", "drawing…", in: layout.main)
      return
    }
    let pinned = model.shownPinnedMeasurement
    let picture = model.picture
    if arrangement.histogram.rows > 0 {
      drawHistogram(picture, measurement, model, in: arrangement.histogram)
    }
    if let picture {
      if let region = arrangement.residuals { drawResiduals(picture, model, in: region) }
      for place in arrangement.panels {
        drawPanel(place.panel, picture, measurement, pinned, in: place.region)
      }
    }
    if model.scene.pinned != nil {
      drawComparedNumbers(
        measurement, pinned, in: layout.numbers, isWide: layout.stage == .small)
    } else {
      drawNumbers(measurement, in: layout.numbers, isWide: layout.stage == .small)
    }
  }

  private mutating func drawHistogram(
    _ picture: DistributionPicture?, _ measurement: Measurement, _ model: Model, in region: Region
  ) {
    let count = NumberText.grouped(measurement.drawnCount, in: glyphs)
    let weights = measurement.drawnCount == 1 ? "1 weight" : "\(count) weights"
    var remarks = [weights]
    if let picture {
      let bins = picture.bins
      let binned = picture.binning.text(width: bins.width, choice: model.scene.bins, in: glyphs)
      // What the usual rule wants is said last: how many there are matters more.
      let plain = binned.split(separator: " (").first.map(String.init) ?? binned
      let outside = bins.underflow + bins.overflow
      let beyond = outside > 0 ? " · \(NumberText.grouped(outside, in: glyphs)) outside" : ""
      let isUsual = model.scene.bins == .standard
      remarks = [binned + beyond, binned].map { "\(weights) · \($0)" }
      remarks += (isUsual ? [plain + beyond, plain] : []).map { "\(weights) · \($0)" }
      remarks += [isUsual ? plain : binned, weights]
    }
    if measurement.tensor != model.scene.tensor {
      heading("Histogram", "drawing…", in: region)
    } else if measurement.isComplete {
      heading("Histogram", remarks, in: region)
    } else {
      let bar = progressBar(measurement.progress)
      heading("Histogram", ["\(bar) \(remarks[0])", "\(bar) \(weights)", bar], in: region)
    }
    var body = region.dropping(1)
    for warning in measurement.recipe.warnings {
      for line in warning.message.wrapped(to: body.columns, at: [" "]) {
        put(line, column: body.column, row: body.row, Style(.warning, .bold))
        body = body.dropping(1)
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
      bins: picture.bins, expected: picture.expected, law: picture.law, markers: picture.markers,
      selected: model.selectedBin(of: picture.bins),
      pinned: picture.pinned.map { PinnedSample(bins: $0, name: "A") })
    draw(plot.frame(size: body.size, glyphs: glyphs), in: body)
  }

  private func progressBar(_ progress: Double) -> String {
    let cells = 10
    let filled = min(cells, max(0, Int(clamping: progress * Double(cells))))
    return "[" + String(repeating: "=", count: filled)
      + String(repeating: " ", count: cells - filled) + "] \(Int(clamping: progress * 100)) %"
  }

  private mutating func drawResiduals(
    _ picture: DistributionPicture, _ model: Model, in region: Region
  ) {
    guard !picture.expected.isEmpty else { return }
    var captions = [""]
    if let test = picture.chiSquare, test.degreesOfFreedom > 0 {
      let statistic = NumberText.significant(test.statistic, digits: 3, in: glyphs)
      let p = NumberText.significant(test.pValue, digits: 2, in: glyphs)
      captions = [
        "χ² \(statistic) over \(test.poolCount) bins, p \(p)", "χ² \(statistic), p \(p)",
      ]
    }
    if let worst = picture.worstResidual {
      let sign = worst > 0 ? "+" : ""
      let text = NumberText.fixed(worst, decimals: 1, in: glyphs)
      captions = captions.flatMap { ["\($0)\($0.isEmpty ? "" : " · ")worst \(sign)\(text)", $0] }
    }
    // The longest that fits under the bins.
    let room = HistogramPlot.plotColumns(in: region.size)
    let fitting = captions.map(shown).sorted { columns(of: $0) > columns(of: $1) }
    let caption = fitting.first { columns(of: $0) <= room } ?? ""
    let strip = ResidualStrip(
      bins: picture.bins, expected: picture.expected, caption: caption,
      selected: model.selectedBin(of: picture.bins))
    draw(strip.frame(size: region.size, glyphs: glyphs), in: region)
  }
}
