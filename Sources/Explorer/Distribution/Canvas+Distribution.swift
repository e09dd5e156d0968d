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
      drawHistogram(
        picture, measurement, model, in: arrangement.histogram,
        hasStrip: arrangement.residuals != nil)
    }
    if let picture {
      if let region = arrangement.residuals {
        drawResiduals(picture, measurement, model, in: region)
      }
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
    _ picture: DistributionPicture?, _ measurement: Measurement, _ model: Model, in region: Region,
    hasStrip: Bool
  ) {
    let weights = measurement.countText(in: glyphs)
    var remarks = [weights]
    if let picture, picture.law == nil, !picture.atoms.isEmpty {
      let values = picture.atoms.count == 1 ? "1 value" : "\(picture.atoms.count) values"
      remarks = ["\(weights) · \(values)", weights]
    } else if let picture {
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
    for warning in measurement.remarks(in: glyphs, hasStrip: hasStrip) {
      for line in warning.wrapped(to: body.columns, at: [" "]) {
        put(line, column: body.column, row: body.row, Style(.warning, .bold))
        body = body.dropping(1)
      }
    }
    guard let picture else {
      let sentence =
        !measurement.isComplete
        ? "drawing…"
        : measurement.obstacle.map { obstacle in
          let reasons = ["\(obstacle)", obstacle.shortDescription].map { "no picture: \($0)" }
          return first(of: reasons, fitting: body.columns - 8) ?? reasons[1]
        } ?? "no weights"
      put(sentence, column: body.column + 8, row: body.row + body.rows / 2, Style(.dim))
      return
    }
    let plot = HistogramPlot(
      bins: picture.bars, expected: picture.expected, law: picture.law, markers: picture.markers,
      selected: model.selectedBin(of: picture.bins), pinned: picture.pinned?.sample,
      atoms: picture.atoms)
    draw(plot.frame(size: body.size, glyphs: glyphs), in: body)
  }

  private func progressBar(_ progress: Double) -> String {
    let cells = 10
    let filled = min(cells, max(0, Int(clamping: progress * Double(cells))))
    return "[" + String(repeating: "=", count: filled)
      + String(repeating: " ", count: cells - filled) + "] \(Int(clamping: progress * 100)) %"
  }

  private mutating func drawResiduals(
    _ picture: DistributionPicture, _ measurement: Measurement, _ model: Model, in region: Region
  ) {
    guard !picture.expected.isEmpty else { return }
    // The longest that fits under the bins.
    let room = HistogramPlot.plotColumns(in: region.size)
    let fitting = captions(picture.fit, measurement.obstacle).map(shown)
      .sorted { columns(of: $0) > columns(of: $1) }
    let caption = first(of: fitting, fitting: room) ?? ""
    let strip = ResidualStrip(
      bins: picture.bins, expected: picture.expected, caption: caption,
      selected: model.selectedBin(of: picture.bins))
    draw(strip.frame(size: region.size, glyphs: glyphs), in: region)
  }

  /// What the test in the rule's bins says, in ever fewer words, or why there is none.
  func captions(_ fit: GoodnessOfFit?, _ obstacle: TestObstacle?) -> [String] {
    if let obstacle {
      return ["no test: \(obstacle)", "no test: \(obstacle.shortDescription)"]
    }
    guard let fit else { return [] }
    var captions = [""]
    let test = fit.chiSquare
    if test.degreesOfFreedom > 0 {
      let statistic = NumberText.significant(test.statistic, digits: 3, in: glyphs)
      let p = NumberText.significant(test.pValue, digits: 2, in: glyphs)
      captions = [
        "χ² \(statistic) over \(test.poolCount) bins, p \(p)", "χ² \(statistic), p \(p)",
      ]
    }
    if let worst = fit.worstResidual {
      let sign = worst > 0 ? "+" : ""
      let text = NumberText.fixed(worst, decimals: 1, in: glyphs)
      captions = captions.flatMap { ["\($0)\($0.isEmpty ? "" : " · ")worst \(sign)\(text)", $0] }
    }
    return captions
  }
}

extension Measurement {
  /// How many weights the histogram counts: "32 768 weights", "26 112 nonzero of 32 768".
  fileprivate func countText(in glyphs: GlyphSet) -> String {
    let all = NumberText.grouped(drawnCount, in: glyphs)
    guard zeroCount > 0, zeroCount < drawnCount else {
      return drawnCount == 1 ? "1 weight" : "\(all) weights"
    }
    return "\(NumberText.grouped(drawnCount - zeroCount, in: glyphs)) nonzero of \(all)"
  }

  /// What is to be said before anything else: weights that no number includes, PyTorch's warnings, and
  /// why a law with a density has no test, unless the strip of residuals says it.
  fileprivate func remarks(in glyphs: GlyphSet, hasStrip: Bool) -> [String] {
    var warnings = recipe.warningSentences
    if case .coarse = obstacle, let obstacle, !hasStrip { warnings.append("no test: \(obstacle)") }
    guard moments.nonFiniteCount > 0 else { return warnings }
    let count = NumberText.grouped(moments.nonFiniteCount, in: glyphs)
    let all = NumberText.grouped(drawnCount, in: glyphs)
    let verb = moments.nonFiniteCount == 1 ? "is" : "are"
    let others = moments.count > 0 ? ": all numbers are of the others" : ""
    return ["\(count) of \(all) weights \(verb) infinite or NaN\(others)"] + warnings
  }
}
