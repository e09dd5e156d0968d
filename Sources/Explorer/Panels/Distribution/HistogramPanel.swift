internal import Initializers
private import Mathematics
internal import Measurements
internal import Plots
internal import Scenes
internal import Screen
internal import Statistics
internal import Words

/// The histogram of a sample over its law, with what was counted and in which bins.
struct HistogramPanel: Panel {
  let measurement: Measurement
  /// The bins; nil where there is nothing to show.
  let picture: DistributionPicture?
  let choice: BinChoice
  /// Whether the numbers are the scene's, not those of another seed.
  let isCurrent: Bool
  /// The samples that are added up; 1 for one alone.
  let samples: Int
  /// The bin under the crosshair.
  let selected: Int?
  /// The law of the last picture, while it lingers.
  let ghost: GhostLine?
  /// Whether a strip of residuals follows, which says why there is no test.
  let hasStrip: Bool

  func draw(on canvas: inout Canvas, in region: Region) {
    guard region.rows > 0 else { return }
    let title = Phrase("histogram.title")
    if !isCurrent {
      canvas.heading(title, [Phrase("drawing")], in: region)
    } else if measurement.isComplete {
      canvas.heading(title, remarks(in: canvas.glyphs), in: region)
    } else {
      let remarks = remarks(in: canvas.glyphs)
      let bar = progressBar
      canvas.heading(
        title,
        [remarks[0], remarks[remarks.count - 1]].map {
          Phrase("histogram.progress", ["bar": .text(bar), "remark": .phrase($0)])
        } + [.verbatim(bar)], in: region)
    }
    var body = region.dropping(1)
    for warning in measurement.remarks(in: canvas.glyphs, hasStrip: hasStrip) {
      for line in canvas.words(warning).wrapped(to: body.columns, at: [" "]) {
        canvas.put(line, column: body.column, row: body.row, Style(.warning, .bold))
        body = body.dropping(1)
      }
    }
    guard let picture else {
      let text = canvas.fitting(absence, body.columns - 8)
      canvas.put(text, column: body.column + 8, row: body.row + body.rows / 2, Style(.dim))
      return
    }
    var plot = HistogramPlot(
      bins: picture.bars, expected: picture.expected, law: picture.law, markers: picture.markers,
      selected: selected, caption: canvas.words(Phrase("axis.density")),
      pinned: picture.pinned?.sample, atoms: picture.atoms)
    plot.shareCaption = canvas.words(Phrase("axis.share"))
    plot.ghost = ghost
    pointToBins(of: picture.bars, on: &canvas, in: body)
    canvas.draw(plot.frame(size: body.size, glyphs: canvas.glyphs), in: body)
  }

  private func pointToBins(of bins: Bins, on canvas: inout Canvas, in body: Region) {
    let geometry = BinGeometry(bins: bins, columns: body.columns)
    for column in 0..<body.columns {
      guard let bin = geometry.bin(atColumn: column) else { continue }
      canvas.point(
        Region(column: body.column + column, row: body.row, columns: 1, rows: body.rows),
        to: .bin(bin))
    }
  }

  /// Why there is no picture, in ever fewer words.
  var absence: [Phrase] {
    guard measurement.isComplete else { return [Phrase("drawing")] }
    guard let obstacle = measurement.obstacle else { return [Phrase("histogram.no-weights")] }
    return [Phrase.of(obstacle), obstacle.short].map {
      Phrase("histogram.no-picture", ["reason": .phrase($0)])
    }
  }

  /// What is said of the bins, the fullest first; the weights alone come last.
  func remarks(in glyphs: GlyphSet) -> [Phrase] {
    let own = measurement.count(in: glyphs)
    let weights =
      samples > 1
      ? Phrase("histogram.sum", ["weights": .phrase(own), "seeds": "\(samples)"]) : own
    guard let picture else { return [weights] }
    func after(_ phrase: Phrase) -> Phrase {
      Phrase("remark.two", ["first": .phrase(weights), "second": .phrase(phrase)])
    }
    if picture.law == nil, !picture.atoms.isEmpty {
      return [after(Phrase("histogram.values", count: picture.atoms.count)), weights]
    }
    let bins = picture.bins
    let outside = bins.underflow + bins.overflow
    func beyond(_ phrase: Phrase) -> Phrase {
      guard outside > 0 else { return phrase }
      return Phrase(
        "histogram.outside",
        ["bins": .phrase(phrase), "number": .text(NumberText.grouped(outside, in: glyphs))])
    }
    let plain = picture.binning.phrase(width: bins.width, in: glyphs)
    let binned = picture.binning.phrase(width: bins.width, choice: choice, in: glyphs)
    // What the usual rule wants is said last: how many there are matters more.
    let isUsual = choice == .standard
    // Of a sum how much was added up matters more than the bins.
    let last = samples > 1 ? [weights, own] : [isUsual ? plain : binned, weights]
    return [after(beyond(binned)), after(binned)]
      + (isUsual ? [after(beyond(plain)), after(plain)] : []) + last
  }

  private var progressBar: String {
    let cells = 10
    let filled = min(cells, max(0, Int(clamping: measurement.progress * Double(cells))))
    return "[" + String(repeating: "=", count: filled)
      + String(repeating: " ", count: cells - filled)
      + "] \(Int(clamping: measurement.progress * 100)) %"
  }
}

/// The residuals of the bins over the law, and what the test in them says.
struct ResidualsPanel: Panel {
  let picture: DistributionPicture
  /// Why there is no test.
  let obstacle: TestObstacle?
  let selected: Int?

  func draw(on canvas: inout Canvas, in region: Region) {
    guard !picture.expected.isEmpty else { return }
    let room = BinGeometry.plotColumns(in: region.columns)
    let captions = Self.captions(
      picture.fit, obstacle, shownBins: picture.bins.count, in: canvas.glyphs)
    let strip = ResidualStrip(
      bins: picture.bins, expected: picture.expected,
      caption: canvas.first(of: captions, fitting: room).map { canvas.shown($0) } ?? "",
      selected: selected)
    canvas.draw(strip.frame(size: region.size, glyphs: canvas.glyphs), in: region)
  }

  /// What the test says, which takes the rule's own bins however many are drawn, in ever fewer words;
  /// or why there is none.
  static func captions(
    _ fit: GoodnessOfFit?, _ obstacle: TestObstacle?, shownBins: Int, in glyphs: GlyphSet
  ) -> [Phrase] {
    if let obstacle { return obstacle.untested }
    guard let fit else { return [] }
    let worst = fit.worstResidual.map { worst in
      let text = (worst > 0 ? "+" : "") + NumberText.fixed(worst, decimals: 1, in: glyphs)
      return Phrase("residuals.worst", ["z": .text(text)])
    }
    let test = fit.chiSquare
    guard test.degreesOfFreedom > 0 else { return [worst].compactMap(\.self) }
    let places: [String: Phrase.Part] = [
      "chi": .text(NumberText.significant(test.statistic, digits: 3, in: glyphs)),
      "p": .text(NumberText.significant(test.pValue, digits: 2, in: glyphs)),
      "bins": "\(test.poolCount)",
    ]
    let over =
      test.poolCount == shownBins
      ? Phrase("residuals.over", places) : Phrase("residuals.over-own", places)
    let short = Phrase("residuals.test", places)
    // The worst bin says more than how many there are.
    return [over, short].compactMap { first in
      worst.map { Phrase("remark.two", ["first": .phrase(first), "second": .phrase($0)]) }
    } + [over, short] + [worst].compactMap(\.self)
  }
}

extension TestObstacle {
  /// That there is no test, and why, in ever fewer words.
  var untested: [Phrase] {
    [Phrase.of(self), short].map { Phrase("no-test", ["reason": .phrase($0)]) }
  }
}

extension Measurement {
  /// How many weights the histogram counts: "32 768 weights", "26 112 nonzero of 32 768".
  fileprivate func count(in glyphs: GlyphSet) -> Phrase {
    let all = NumberText.grouped(drawnCount, in: glyphs)
    guard zeroCount > 0, zeroCount < drawnCount else {
      return Phrase("weights", count: drawnCount, ["count": .text(all)])
    }
    let nonzero = NumberText.grouped(drawnCount - zeroCount, in: glyphs)
    return Phrase("weights.nonzero", ["nonzero": .text(nonzero), "all": .text(all)])
  }

  /// What is to be said before anything else: weights that no number includes, PyTorch's warnings, and
  /// why a law with a density has no test, unless the strip of residuals says it.
  func remarks(in glyphs: GlyphSet, hasStrip: Bool) -> [Phrase] {
    var warnings: [Phrase] = source.recipe.warningSentences.map(Phrase.verbatim)
    if case .coarse = obstacle, let obstacle, !hasStrip {
      warnings.append(obstacle.untested[0])
    }
    let bad = moments.nonFiniteCount
    guard bad > 0 else { return warnings }
    let places: [String: Phrase.Part] = [
      "count": .text(NumberText.grouped(bad, in: glyphs)),
      "all": .text(NumberText.grouped(drawnCount, in: glyphs)),
    ]
    return [
      moments.count > 0
        ? Phrase("weights.not-finite.others", count: bad, places)
        : Phrase("weights.not-finite", count: bad, places)
    ] + warnings
  }
}

extension Binning {
  /// The bins and their width: "60 bins of 0.0045".
  func phrase(width: Double, in glyphs: GlyphSet) -> Phrase {
    Phrase(
      "histogram.bins", count: count,
      ["width": .text(NumberText.significant(width, digits: 3, in: glyphs))])
  }

  /// The same with the choice behind them unless it is the standard one and kept:
  /// "60 bins of 0.0045 (sqrt wants 182)".
  func phrase(width: Double, choice: BinChoice, in glyphs: GlyphSet) -> Phrase {
    let plain = phrase(width: width, in: glyphs)
    return remark(choice, in: glyphs).map {
      Phrase("histogram.bins.why", ["bins": .phrase(plain), "why": .phrase($0)])
    } ?? plain
  }

  private func remark(_ choice: BinChoice, in glyphs: GlyphSet) -> Phrase? {
    let number = NumberText.grouped(wanted, in: glyphs)
    switch choice {
    case .count:
      return count == wanted ? nil : Phrase("histogram.wanted", ["number": .text(number)])
    case .columns: return .verbatim("\(choice)")
    case .rule:
      if isCapped {
        return Phrase("histogram.wants", ["rule": "\(choice)", "number": .text(number)])
      }
      return choice == .standard ? nil : .verbatim("\(choice)")
    }
  }
}
