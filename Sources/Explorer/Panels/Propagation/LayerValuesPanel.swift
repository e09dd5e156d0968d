private import Mathematics
internal import Networks
internal import Plots
internal import Readings
internal import Screen
internal import Words

/// The activations' distribution by layer as rows of shades, all over one range.
struct LayerValuesPanel: Panel {
  let report: PropagationReport

  func draw(on canvas: inout Canvas, in region: Region) {
    let (glyphs, usesColor) = (canvas.glyphs, canvas.usesColor)
    let title =
      region.columns < 24 ? Phrase("activations.title.short") : Phrase("activations.title")
    let body = region.dropping(1)
    let labels = 4
    let map = Region(
      column: body.column + labels, row: body.row, columns: body.columns - labels - 1,
      rows: body.rows - 1)
    let room = HeatMap.cells(in: map.size, glyphs: glyphs, usesColor: usesColor, hasBar: false)
    let depth = report.request.network.depth
    let count = min(depth, room.rows)
    guard count > 0, let range = report.layers.first?.values.range else {
      canvas.heading(title, in: region)
      return
    }
    // Where there are more layers than rows, some of them, evenly spaced.
    let shown = (0..<count).map { index in
      count == 1 ? 0 : (index * (depth - 1) + (count - 1) / 2) / (count - 1)
    }
    let bins = report.layers[0].values.counts.count
    var shades: [Float] = []
    for layer in shown {
      let histogram = layer < report.layers.count ? report.layers[layer].values : nil
      let total = Double(max(1, histogram?.total ?? 1))
      let counts = histogram?.counts ?? Array(repeating: 0, count: bins)
      shades += counts.map { Float(Double($0) / total) }
    }
    // Twice an even share is bright; where all values are alike, so is their one bin.
    let picture = HeatMap(
      values: shades, rows: count, columns: bins,
      kind: .sequential(low: 0, high: 5 / Double(bins)), hasBar: false, isFilling: true)
    drawHeading(
      title,
      count < depth
        ? Phrase("activations.some", ["some": "\(count)", "depth": "\(depth)"])
        : Phrase("activations.share"), highest: 5 / Double(bins), picture, on: &canvas, in: region)
    let frame = picture.frame(size: map.size, glyphs: glyphs, usesColor: usesColor)
    canvas.draw(frame, in: map)
    for index in [0, count / 2, count - 1] {
      // The row that its layer's middle is in.
      let row = map.row + min(map.rows - 1, (2 * index + 1) * map.rows / (2 * count))
      canvas.put("\(shown[index] + 1)", endColumn: map.column - 1, row: row, Style(.dim))
    }
    let (wide, row) = (map.columns, map.row + map.rows)
    let (low, high) = (Double(range.lowerBound), Double(range.upperBound))
    canvas.put(
      NumberText.significant(low, digits: 2, in: glyphs), column: map.column, row: row,
      Style(.dim))
    let end = NumberText.significant(high, digits: 2, in: glyphs)
    canvas.put(end, endColumn: map.column + min(map.columns, wide), row: row, Style(.dim))
    if low < 0, high > 0 {
      let zero = -low / (high - low) * Double(min(map.columns, wide))
      let column = map.column + Int(clamping: zero)
      // A range that hardly reaches below 0 has its end's label there.
      if canvas.isFree(column - 1, row), canvas.isFree(column, row) {
        canvas.put("0", column: column, row: row, Style(.dim))
      }
    }
  }
}

extension LayerValuesPanel {
  /// The heading with what its colours mean, as far as there is room for it.
  private func drawHeading(
    _ title: Phrase, _ remark: Phrase, highest: Double, _ picture: HeatMap,
    on canvas: inout Canvas, in region: Region
  ) {
    let percent = Phrase.Part.text(
      NumberText.significant(highest * 100, digits: 2, in: canvas.glyphs))
    let (columns, end) = (8, canvas.words(Phrase("activations.key", ["percent": percent])))
    let key = "0 \(String(repeating: " ", count: columns)) \(end)"
    let isExplained = canvas.heading(
      title, ["\(canvas.words(remark)) \(key)", key].map(Phrase.verbatim), in: region)
    guard isExplained else { return }
    let start = region.endColumn - canvas.columns(of: end) - 1 - columns
    canvas.draw(
      picture.key(columns: columns, glyphs: canvas.glyphs, usesColor: canvas.usesColor),
      in: Region(column: start, row: region.row, columns: columns, rows: 1))
  }
}

extension Canvas {
  fileprivate func isFree(_ column: Int, _ row: Int) -> Bool {
    frame[column, row].glyph == " "
  }
}

extension ValueHistogram {
  /// All values, within the range or not.
  var total: Int { counts.reduce(below + above + notNumbers, +) }
}

extension Canvas {
  /// Theory and network beside each other, or A and B.
  mutating func drawSignalNumbers(
    _ report: PropagationReport, _ pinned: PropagationReport?, isCompared: Bool, in region: Region,
    isWide: Bool
  ) {
    guard isCompared else {
      drawTheoryTable(
        NumbersPanel.readings(report), sample: Phrase("legend.network"), hasScores: false,
        in: region, isWide: isWide)
      return
    }
    drawCompared(ComparedRow.rows(pinned, report), in: region, isWide: isWide)
  }
}

extension NumbersPanel {
  /// The readings of the last layer reached and of the first, the most important first.
  static func readings(_ report: PropagationReport) -> [Reading] {
    let readings = SignalReadings(report)
    let last = report.layers.last?.layer ?? report.request.network.depth
    func reading(_ name: LayerName) -> Reading {
      var reading = readings[name, layer: last]
      // Which layer will be the last one reached is not known before there is one.
      if report.layers.isEmpty { reading.theory = nil }
      return reading
    }
    return [
      reading(.meanSquare), readings[.meanSquare, layer: 1], reading(.outputRoot),
      readings[.gradient, layer: 1], readings[.perpendicular], reading(.flat),
      readings[.weightGradient, layer: 1], reading(.alike),
    ]
  }
}
